package io.steadfast.platform.audit;

import io.steadfast.platform.audit.store.OperatorTrailRows;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.OperatorChange;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The trail of what operators do: with tenants, and with each other. It stands in the control schema, where no transaction spans a
 * tenant's tables or the database's roles; so its row is written before the change it tells of, and there may be a row whose change
 * was then refused, but no change without its row.
 */
@ApplicationScoped
public class OperatorTrail {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;

    @Inject
    private OperatorTrailRows rows;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    /**
     * Writes one row with the actor in hand.
     *
     * @param action in the product's words, as in {@code tenant.suspended}
     * @param reason what they gave for it; blank for none
     */
    public void record(String action, String objectKind, String objectId, String reason) {
        Actor actor = currentActor.known().orElseGet(() -> Actor.job("platform"));
        rows.add(new OperatorLine(
                Ids.next(),
                clock.now(),
                actor.kind().name(),
                actor.id(),
                actor.name(),
                currentActor.address(),
                action,
                objectKind,
                objectId,
                Optional.of(reason.strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.substring(0, Math.min(LONGEST_REASON, text.length())))));
    }

    void onChange(@Observes OperatorChange change) {
        record(change.action(), "operator", change.operator().toString(), "");
    }

    /** What was done before the row given, the latest first. */
    public List<OperatorLine> page(Optional<UUID> before, int limit) {
        return rows.page(before, Math.min(limit, MOST));
    }

    /** What was done to one object, the latest first. */
    public List<OperatorLine> of(String objectKind, String objectId, int limit) {
        return rows.of(objectKind, objectId, Math.min(limit, MOST));
    }
}
