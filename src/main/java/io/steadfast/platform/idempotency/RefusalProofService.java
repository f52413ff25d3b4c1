package io.steadfast.platform.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.idempotency.store.RefusedCallRows;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Concern;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was refused, and why: written once the refused effect is rolled back, rendered in any language. */
@Stateless
public class RefusalProofService {

    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    private RefusedCallRows rows;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    @Inject
    private Concern concern;

    @Inject
    private Json json;

    /**
     * Keeps what somebody at a page was refused about a member, as a call's refusal is kept. The refused effect has been rolled
     * back already.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keepOfPage(String page, Refusal refusal) {
        if (IdempotentCalls.isKept(refusal) && concern.of(refusal).isPresent()) {
            keep(page, refusal);
        }
    }

    /** Keeps the refusal of a call, in the transaction under way. */
    public void keep(String action, Refusal refusal) {
        Actor actor = currentActor.actor();
        rows.add(new RefusedCallRows.Row(
                Ids.next(),
                concern.of(refusal).map(MemberId::value).orElse(null),
                action,
                RefusalTexts.bundleOf(refusal.reason()),
                refusal.reason().name(),
                json.text(refusal.details()),
                actor.kind().name(),
                actor.id(),
                clock.now()));
    }

    /** A member's refusals before this one, the newest first, in a language. */
    public List<RefusedCall> of(MemberId member, Optional<UUID> before, int most, Locale language) {
        return rows.ofMember(member.value(), before.orElse(LAST), most).stream()
                .map(row -> rendered(row, language))
                .toList();
    }

    private RefusedCall rendered(RefusedCallRows.Row row, Locale language) {
        JsonNode details = json.tree(row.details().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> values = new HashMap<>();
        details.properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        List<String> lines = new ArrayList<>(List.of(row.action(), row.code(), row.actorKind() + " " + row.actorId()));
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> lines.add(each.getKey() + ": " + each.getValue()));
        return new RefusedCall(
                row.id(),
                row.recordedAt(),
                row.action(),
                row.code(),
                RefusalTexts.text(row.bundle(), row.code(), values, language),
                lines,
                details);
    }
}
