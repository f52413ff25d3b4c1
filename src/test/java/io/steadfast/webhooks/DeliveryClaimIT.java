package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.support.ContainerTest;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import io.steadfast.webhooks.store.DeliveryStore;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several nodes work on one table of deliveries: each delivery is in one hand, and who stalled has let go of it. */
class DeliveryClaimIT extends ContainerTest {

    private static final String NOW = "2026-03-10T12:00:00Z";

    /** So late that the relay of the server lets them alone. */
    private static final Instant DUE = Instant.parse("2026-04-10T12:00:00Z");

    private static final int DELIVERIES = 24;

    @Inject
    Shop shop;

    @Inject
    DeliveryService deliveries;

    @Inject
    DeliveryStore store;

    @Inject
    UserTransaction transaction;

    @Test
    void twoThatClaimAtOnceNeverHoldTheSame() {
        waiting();
        List<List<UUID>> held = Shop.atOnce(2, node -> {
            List<UUID> mine = new ArrayList<>();
            List<Claimed> some = claim(Instant.now(), 3);
            while (!some.isEmpty()) {
                some.forEach(each -> mine.add(each.delivery()));
                some = claim(Instant.now(), 3);
            }
            return mine;
        });
        List<UUID> all = held.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(DELIVERIES).doesNotHaveDuplicates();
    }

    @Test
    void whoStalledSettlesNothingThatAnotherTookOver() {
        waiting();
        List<Claimed> stalled = claim(Instant.now().minus(Duration.ofMinutes(5)), DELIVERIES);
        List<Claimed> taken = claim(Instant.now(), DELIVERIES);
        assertThat(taken).extracting(Claimed::delivery).containsExactlyInAnyOrderElementsOf(ids(stalled));
        assertThat(stalled).allMatch(each -> !each.lasts(WebhookSender.DEADLINE, Instant.now()));
        List<Long> kept = Shop.atOnce(
                2,
                node -> (node == 0 ? stalled : taken)
                        .stream().filter(this::settle).count());
        assertThat(kept).containsExactly(0L, (long) DELIVERIES);
        assertThat(shop.number("SELECT count(*) FROM webhook_attempt")).isEqualTo(DELIVERIES);
        assertThat(shop.number("SELECT sum(attempts) FROM webhook_delivery")).isEqualTo(DELIVERIES);
        assertThat(taken).as("nobody settles twice").noneMatch(this::settle);
    }

    @Test
    void whoStalledAndWasNotFollowedStillNotesWhatCameOfIt() {
        waiting();
        List<Claimed> stalled = claim(Instant.now().minus(Duration.ofMinutes(5)), DELIVERIES);
        assertThat(stalled).hasSize(DELIVERIES).allMatch(this::settle);
    }

    private static List<UUID> ids(List<Claimed> claimed) {
        return claimed.stream().map(Claimed::delivery).toList();
    }

    private boolean settle(Claimed claimed) {
        return shop.call(() -> deliveries.settle(
                claimed, new Delivery.Attempt(1, Instant.now(), 5, Optional.of(503), Optional.of("ANSWERED_503"))));
    }

    /** As the relay claims, by a clock of its own. */
    private List<Claimed> claim(Instant now, int limit) {
        return shop.call(() -> {
            transaction.begin();
            try {
                return store.claim(DUE, now, now.plus(Duration.ofMinutes(2)), limit);
            } finally {
                transaction.commit();
            }
        });
    }

    /** Each in a lane of its own. */
    private void waiting() {
        shop.open(NOW);
        UUID endpoint = UUID.randomUUID();
        shop.change("INSERT INTO webhook_endpoint (endpoint_id, url, description, event_types, status, notice_channel,"
                + " secret, created_at, version) VALUES ('" + endpoint
                + "', 'https://example.com/events', '', '', 'ACTIVE', false, '\\x00', '" + NOW + "', 0)");
        shop.change(
                "INSERT INTO webhook_delivery (delivery_id, endpoint_id, event_id, seq, lane, type, status, attempts,"
                        + " due_at, body, created_at) SELECT gen_random_uuid(), '" + endpoint
                        + "', gen_random_uuid(), n, gen_random_uuid(), 'points.accrued', 'PENDING', 0, '" + DUE
                        + "', '{}', '"
                        + NOW + "' FROM generate_series(1, " + DELIVERIES + ") AS n");
    }
}
