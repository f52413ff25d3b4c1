package io.steadfast.members;

import io.steadfast.ledger.LedgerService;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.store.ArrivalRows;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes members of people whom files of orders name. */
@Stateless
public class ArrivalService {

    @Inject
    private MemberService members;

    @Inject
    private KnownIdentities identified;

    @Inject
    private IdentityDesk identities;

    @Inject
    private ArrivalRows rows;

    @Inject
    private LedgerService ledger;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Inject
    private TenantClock clock;

    /**
     * Makes a member of everybody nobody knows yet, with a card, and enrols them in a published program from the day they
     * joined. Who is known stays as they are; what isn't an identity is left out.
     *
     * @param wanted at most a few hundred, each once
     * @return how many members were made
     */
    public int arrive(List<Arrival> wanted, ProgramCode program, String channel) {
        List<ArrivalRows.NewRow> made = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<IdentityKind, Set<String>> known = known(wanted);
        for (Arrival arrival : wanted) {
            members.normalised(arrival.kind(), arrival.value())
                    .filter(value -> taken.add(arrival.kind() + " " + value))
                    .filter(value ->
                            !known.getOrDefault(arrival.kind(), Set.of()).contains(arrival.value()))
                    .ifPresent(value -> made.add(row(arrival, value)));
        }
        if (made.isEmpty()) {
            return 0;
        }
        Instant now = clock.now();
        rows.add(made, program, channel, now);
        for (ArrivalRows.NewRow row : made) {
            ledger.open(row.id(), now);
            outbox.publish("member.enrolled", Optional.of(row.id()), Map.of("program", program.value()));
        }
        audit.record("members.arrived", "program", program.value(), null, Map.of("members", made.size()));
        return made.size();
    }

    /** What somebody has already, as it was given. */
    private Map<IdentityKind, Set<String>> known(List<Arrival> wanted) {
        Map<IdentityKind, Set<String>> values = new EnumMap<>(IdentityKind.class);
        wanted.forEach(each ->
                values.computeIfAbsent(each.kind(), kind -> new HashSet<>()).add(each.value()));
        values.replaceAll((kind, entered) -> identified.owners(kind, entered).keySet());
        return values;
    }

    private ArrivalRows.NewRow row(Arrival arrival, String value) {
        Map<IdentityKind, String> own = identities.withCard(Map.of(arrival.kind(), value));
        return new ArrivalRows.NewRow(new MemberId(Ids.next()), own, arrival.joinedAt());
    }
}
