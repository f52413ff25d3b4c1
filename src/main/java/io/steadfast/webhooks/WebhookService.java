package io.steadfast.webhooks;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.EventsPublished;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.webhooks.core.Delivery;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import io.steadfast.webhooks.core.WebhookRefusal;
import io.steadfast.webhooks.store.DeliveryLog;
import io.steadfast.webhooks.store.DeliveryStore;
import io.steadfast.webhooks.store.EndpointSecrets;
import io.steadfast.webhooks.store.EndpointStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The endpoints of the tenant in hand, and what was sent to them. */
@Stateless
public class WebhookService {

    /** More are a mistake: every event is sent to each. */
    public static final int MOST_ENDPOINTS = 20;

    /** How long both secrets sign after a rotation: a working day in every zone. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final String KIND = "webhook_endpoint";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private EndpointStore endpoints;

    @Inject
    private EndpointSecrets secrets;

    @Inject
    private DeliveryStore deliveries;

    @Inject
    private DeliveryLog log;

    @Inject
    private RealClock clock;

    @Inject
    private TenantClock tenantClock;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private Event<EventsPublished> published;

    /** Where receivers of the operator's own network are allowed, so is its plain HTTP. */
    @Inject
    @ConfigProperty(name = "steadfast.webhooks.private", defaultValue = "false")
    private boolean privateAllowed;

    /**
     * An endpoint with its secret, which is shown this once.
     *
     * @param secret as Standard Webhooks write it, {@code whsec_…}
     */
    public record Issued(Endpoint endpoint, String secret) {}

    /** Makes an endpoint; it gets what happens from now on. Refuses TOO_MANY_ENDPOINTS, ADDRESS_NOT_VALID and HTTPS_REQUIRED. */
    public Issued create(EndpointWish wish) {
        refuseUnsafe(wish);
        if (endpoints.all(MOST_ENDPOINTS).size() >= MOST_ENDPOINTS) {
            throw new Refusal(WebhookRefusal.TOO_MANY_ENDPOINTS, Map.of("most", MOST_ENDPOINTS));
        }
        UUID id = Ids.next();
        byte[] secret = secret();
        endpoints.add(id, wish, secret, clock.now());
        audit.record("webhook_endpoint.created", KIND, id.toString(), null, wish);
        return new Issued(find(id), WebhookSignature.shown(secret));
    }

    /** All of them, in the order they were made. */
    public List<Endpoint> list() {
        return endpoints.all(MOST_ENDPOINTS);
    }

    /** Refuses ENDPOINT_UNKNOWN. */
    public Endpoint find(UUID id) {
        return endpoints.find(id).orElseThrow(() -> new Refusal(WebhookRefusal.ENDPOINT_UNKNOWN));
    }

    /**
     * Puts the wish in place of what stood. Refuses ENDPOINT_UNKNOWN, for another version than stands STALE_VERSION, and for
     * another address ADDRESS_NOT_VALID and HTTPS_REQUIRED.
     */
    public Endpoint change(UUID id, long version, EndpointWish wish) {
        Endpoint before = locked(id);
        Versions.same(before.version(), version);
        if (!before.url().equals(wish.url())) {
            refuseUnsafe(wish);
        }
        endpoints.change(id, wish);
        audit.record("webhook_endpoint.changed", KIND, id.toString(), before, wish);
        return find(id);
    }

    /** Ends it; the log of what was sent stays. Refuses ENDPOINT_UNKNOWN. */
    public void remove(UUID id) {
        Endpoint before = locked(id);
        endpoints.remove(id);
        audit.record("webhook_endpoint.removed", KIND, id.toString(), before, null);
    }

    /** Makes a new secret; the former one signs beside it for {@link #OVERLAP}. Refuses ENDPOINT_UNKNOWN. */
    public Issued rotate(UUID id) {
        locked(id);
        byte[] secret = secret();
        endpoints.rotate(id, secret, clock.now().plus(OVERLAP));
        audit.record("webhook_endpoint.secret_rotated", KIND, id.toString(), null, null);
        return new Issued(find(id), WebhookSignature.shown(secret));
    }

    /**
     * Seals with the operator's present key what isn't yet, and forgets former secrets that sign no more; safe to repeat.
     *
     * @return ids of the keys that are missing for it
     */
    public List<String> sealSecrets() {
        secrets.forgetFormer(clock.now());
        return secrets.sealAll(MOST_ENDPOINTS);
    }

    /** A page of what was sent, the newest first. Refuses ENDPOINT_UNKNOWN. */
    public List<Delivery> deliveries(UUID id, Optional<Delivery.Status> status, Optional<UUID> after, int limit) {
        find(id);
        return log.page(id, status, after, limit);
    }

    /** Sends an event once more, the same bytes under the same id. Refuses DELIVERY_UNKNOWN and DELIVERY_PENDING. */
    public Delivery redeliver(UUID delivery) {
        Delivery before = log.find(delivery)
                .filter(found -> endpoints.find(found.endpoint()).isPresent())
                .orElseThrow(() -> new Refusal(WebhookRefusal.DELIVERY_UNKNOWN));
        Instant now = tenantClock.now();
        if (!deliveries.again(delivery, now)) {
            throw new Refusal(WebhookRefusal.DELIVERY_PENDING);
        }
        audit.record(
                "webhook_delivery.sent_again", "webhook_delivery", before.id().toString(), null, null);
        published.fire(new EventsPublished(currentTenant.slug()));
        return log.find(delivery).orElseThrow();
    }

    private void refuseUnsafe(EndpointWish wish) {
        WebhookAddress.refusal(wish.url(), privateAllowed ? WebhookAddress.Reach.ANY : WebhookAddress.Reach.PUBLIC)
                .ifPresent(reason -> {
                    throw new Refusal(reason);
                });
    }

    private Endpoint locked(UUID id) {
        return endpoints.lock(id).orElseThrow(() -> new Refusal(WebhookRefusal.ENDPOINT_UNKNOWN));
    }

    private static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }
}
