package io.steadfast.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.outbox.OutboxEvent;
import io.steadfast.platform.outbox.OutboxFeed;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.RetrySchedule;
import io.steadfast.webhooks.store.DeliveryStore;
import io.steadfast.webhooks.store.EndpointStore;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps between an event and its arrival, each in a transaction of its own; nothing is sent inside one. */
@Stateless
public class DeliveryService {

    /** Longer than any try takes; a node that died frees its deliveries after it. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @Resource
    private SessionContext session;

    @Inject
    private OutboxFeed outbox;

    @Inject
    private EndpointStore endpoints;

    @Inject
    private DeliveryStore deliveries;

    @Inject
    private NoticeChannel notices;

    @Inject
    private MemberService members;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock tenantClock;

    @Inject
    private RealClock clock;

    @Inject
    private Json json;

    /** Makes deliveries of the oldest events that wait; how many events that were. */
    public int fanOut(int limit) {
        List<OutboxEvent> events = outbox.take(limit);
        if (events.isEmpty()) {
            return 0;
        }
        List<Endpoint> active = endpoints.all(WebhookService.MOST_ENDPOINTS).stream()
                .filter(endpoint -> endpoint.status() == Endpoint.Status.ACTIVE)
                .toList();
        for (OutboxEvent event : events) {
            deliveries.add(
                    event,
                    active.stream()
                            .filter(endpoint -> endpoint.types().isEmpty()
                                    || endpoint.types().contains(event.type()))
                            .map(Endpoint::id)
                            .toList(),
                    clock.now());
        }
        return events.size();
    }

    /** Deliveries that are due and belong to the caller for two minutes, with their bodies. */
    public List<Claimed> claim(Instant upTo, int limit) {
        Instant now = clock.now();
        return deliveries.claim(upTo, now, now.plus(CLAIM), limit).stream()
                .map(claimed -> claimed.body().isPresent() ? claimed : claimed.withBody(body(claimed)))
                .toList();
    }

    private String body(Claimed claimed) {
        OutboxEvent event = outbox.find(claimed.event()).orElseThrow();
        Optional<String> externalId = claimed.member()
                .flatMap(member -> members.find(new MemberId(member)))
                .flatMap(member -> member.identity(IdentityKind.EXTERNAL_ID));
        return json.text(new EventBody(
                event.id(),
                event.type(),
                event.happenedAt(),
                currentTenant.slug().value(),
                event.member(),
                externalId,
                payload(event)));
    }

    private JsonNode payload(OutboxEvent event) {
        try {
            return json.mapper().readTree(event.payload());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("An event of ours isn't JSON: " + event.id(), ours);
        }
    }

    /**
     * Keeps what came of a try: done, tried again later, or given up. A sender that took so long that another has the delivery
     * now keeps nothing: that one's try counts.
     *
     * @return whether it was kept
     */
    public boolean settle(Claimed claimed, Delivery.Attempt attempt) {
        Instant now = tenantClock.now();
        if (!deliveries.holds(claimed)) {
            return false;
        }
        if (attempt.succeeded()) {
            // What it means to the member takes their lock, which goes before the delivery's: an erasure takes both,
            // too.
            notices.tell(claimed);
            boolean kept = deliveries.settle(claimed, attempt, Delivery.Status.DELIVERED, now);
            if (!kept) {
                // Lost between the look and the lock: what it meant to the member is undone with it.
                session.setRollbackOnly();
            }
            return kept;
        }
        Optional<Duration> wait = RetrySchedule.afterFailure(attempt.no());
        return deliveries.settle(
                claimed,
                attempt,
                wait.isPresent() ? Delivery.Status.PENDING : Delivery.Status.DEAD,
                wait.map(now::plus).orElse(now));
    }

    /** Whether anything is to be fanned out or sent at this instant of the tenant's clock. */
    public boolean waiting(Instant upTo) {
        return outbox.waiting() || nextDue().filter(due -> !due.isAfter(upTo)).isPresent();
    }

    /** The next instant, by the tenant's clock, at which something is to be sent that nobody is sending. */
    public Optional<Instant> nextDue() {
        return deliveries.nextDue(clock.now());
    }
}
