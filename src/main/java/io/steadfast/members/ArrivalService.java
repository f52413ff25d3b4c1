package io.steadfast.members;

import io.steadfast.ledger.LedgerService;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.members.store.ArrivalRows;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes members of many people at once, in a few statements however many they are. */
@Stateless
public class ArrivalService {

    @Inject
    private MemberService members;

    @Inject
    private KnownIdentities identified;

    @Inject
    private IdentityDesk identities;

    @Inject
    private NewcomerCheck check;

    @Inject
    private ArrivalRows rows;

    @Inject
    private LedgerService ledger;

    @Inject
    private AuditTrail audit;

    @Inject
    private PublishedPrograms published;

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
                    .ifPresent(value -> made.add(row(arrival, value, program, channel)));
        }
        if (!made.isEmpty()) {
            write(made);
            audit.record("members.arrived", "program", program.value(), null, Map.of("members", made.size()));
        }
        return made.size();
    }

    /**
     * Makes many members, as {@link MemberService#create} makes each; who is refused isn't made, and the others are.
     *
     * @param wanted at most a few hundred, without consents, accepted terms and friends' codes
     * @return what each was refused for, in their order; empty for those who were made
     */
    public List<Optional<Refusal>> createAll(List<NewMember> wanted) {
        NewcomerCheck.Checked checked = check.of(wanted, clock.now());
        List<ArrivalRows.NewRow> made =
                checked.newcomers().stream().map(this::row).toList();
        if (!made.isEmpty()) {
            write(made);
            List<String> ids = made.stream().map(row -> row.id().toString()).toList();
            audit.record("members.created", "members", ids.get(0), null, Map.of("members", ids));
        }
        return checked.refusals();
    }

    private void write(List<ArrivalRows.NewRow> made) {
        Instant now = clock.now();
        rows.add(made, now);
        ledger.openAll(made.stream().map(ArrivalRows.NewRow::id).toList(), now);
        Function<ProgramCode, PublishedPrograms.Enrolled> enrolments = published.enrolments(
                made.stream()
                        .flatMap(row -> row.places().stream())
                        .map(place -> place.program())
                        .collect(Collectors.toSet()),
                now);
        List<Outbox.Told> told = new ArrayList<>();
        made.forEach(row ->
                row.places().forEach(place -> told.add(new Outbox.Told(row.id(), enrolments.apply(place.program())))));
        outbox.publishAll("member.enrolled", now, told);
    }

    /** What somebody has already, as it was given. */
    private Map<IdentityKind, Set<String>> known(List<Arrival> wanted) {
        Map<IdentityKind, Set<String>> values = new EnumMap<>(IdentityKind.class);
        wanted.forEach(each ->
                values.computeIfAbsent(each.kind(), kind -> new HashSet<>()).add(each.value()));
        values.replaceAll((kind, entered) -> identified.owners(kind, entered).keySet());
        return values;
    }

    private ArrivalRows.NewRow row(Arrival arrival, String value, ProgramCode program, String channel) {
        return new ArrivalRows.NewRow(
                new MemberId(Ids.next()),
                new Person(
                        MemberKind.PERSON,
                        Person.Employment.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                identities.withCard(Map.of(arrival.kind(), value)),
                arrival.joinedAt(),
                List.of(new ArrivalRows.NewPlace(program, channel, arrival.joinedAt())));
    }

    private ArrivalRows.NewRow row(NewcomerCheck.Newcomer newcomer) {
        NewMember wanted = newcomer.wanted();
        Instant joinedAt = wanted.joinedAt().orElse(clock.now());
        return new ArrivalRows.NewRow(
                new MemberId(Ids.next()),
                wanted.person(),
                identities.withCard(newcomer.identities()),
                joinedAt,
                wanted.enrolments().stream()
                        .map(each -> new ArrivalRows.NewPlace(
                                each.program(), each.channel(), each.at().orElse(joinedAt)))
                        .toList());
    }
}
