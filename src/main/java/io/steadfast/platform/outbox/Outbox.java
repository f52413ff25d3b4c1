package io.steadfast.platform.outbox;

import io.steadfast.platform.outbox.store.OutboxRows;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a feature leaves what has to be told outside. */
@ApplicationScoped
public class Outbox {

    private static final String TOLD = Outbox.class.getName() + ".told";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private OutboxRows rows;

    @Inject
    private Json json;

    @Inject
    private TenantClock tenantClock;

    @Inject
    private RealClock realClock;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private Event<EventsPublished> published;

    /**
     * Writes one event into the transaction under way, at the tenant's instant. Call it with the member's standing locked, where
     * there is a member: that gives the events of one member their order.
     *
     * @param type as the API contract names it, as in {@code points.accrued}
     * @param payload becomes JSON; holds ids, codes and numbers, never a phone, e-mail, name or external id
     * @return the event's id, which stays the same however often it is sent
     */
    public UUID publish(String type, Optional<MemberId> member, Object payload) {
        UUID id = Ids.next();
        rows.add(new OutboxRows.Row(
                id,
                type,
                member.map(MemberId::value).orElse(null),
                tenantClock.now(),
                realClock.now(),
                json.text(payload)));
        tellOnce();
        return id;
    }

    /** Whoever sends events is woken once a transaction, however many there are. */
    private void tellOnce() {
        if (transactions.getResource(TOLD) == null) {
            transactions.putResource(TOLD, true);
            published.fire(new EventsPublished(currentTenant.slug()));
        }
    }

    /** One of many events that a job tells of at once. */
    public record Told(MemberId member, Object payload) {}

    /** As {@link #publish}, many of one type at one instant; in one statement. The members' standings are locked. */
    public void publishAll(String type, Instant happenedAt, List<Told> all) {
        if (all.isEmpty()) {
            return;
        }
        Instant recordedAt = realClock.now();
        rows.addAll(all.stream()
                .map(told -> new OutboxRows.Row(
                        Ids.next(), type, told.member().value(), happenedAt, recordedAt, json.text(told.payload())))
                .toList());
        tellOnce();
    }
}
