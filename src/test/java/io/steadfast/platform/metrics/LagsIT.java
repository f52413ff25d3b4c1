package io.steadfast.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.OneTransaction;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits is told by the age of the oldest of it, and nothing where nothing waits. */
class LagsIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WAITED = Duration.ofHours(2);

    @Inject
    @Any
    private Instance<Lag> lags;

    @Inject
    private TenantStore store;

    @Inject
    private OneTransaction together;

    @Inject
    private AtWork work;

    private TestTenant tenant;

    @BeforeEach
    void aTenantWhoHasNothingWaiting() {
        tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** In one transaction that nobody else sees: neither a sender nor a sweep takes what it writes. */
    private Map<String, Duration> after(Runnable writing) throws Exception {
        return work.call(
                tenant,
                () -> together.read(() -> {
                    writing.run();
                    Map<String, Duration> waited = lags.stream()
                            .filter(lag -> !lag.name().equals("job_lag_seconds"))
                            .collect(Collectors.toMap(
                                    Lag::name, lag -> lag.waited().orElse(Duration.ZERO)));
                    store.sql("DELETE FROM outbox_pending").run();
                    store.sql("DELETE FROM webhook_delivery").run();
                    return waited;
                }));
    }

    private void event(Instant recordedAt) {
        store.sql("WITH told AS (INSERT INTO outbox_event (event_id, type, happened_at, recorded_at, payload)"
                        + " VALUES (?, 'points.accrued', ?, ?, '{}') RETURNING seq)"
                        + " INSERT INTO outbox_pending (seq) SELECT seq FROM told")
                .id(Ids.next())
                .instant(recordedAt)
                .instant(recordedAt)
                .run();
    }

    private void delivery(String status, Instant madeAt) {
        store.sql(
                        "INSERT INTO webhook_delivery (delivery_id, endpoint_id, event_id, seq, lane, type, status, created_at,"
                                + " due_at, attempts) VALUES (?, ?, ?, 1, ?, 'points.accrued', ?, ?, ?, 0)")
                .id(Ids.next())
                .id(Ids.next())
                .id(Ids.next())
                .id(Ids.next())
                .text(status)
                .instant(madeAt)
                .instant(madeAt)
                .run();
    }

    @Test
    void where_nothing_waits_there_is_no_lag() throws Exception {
        assertThat(after(() -> store.sql("DELETE FROM outbox_pending").run()).values())
                .containsOnly(Duration.ZERO);
    }

    @Test
    void the_oldest_event_that_nobody_took_counts() throws Exception {
        Map<String, Duration> waited = after(() -> {
            store.sql("DELETE FROM outbox_pending").run();
            event(Instant.now().minus(WAITED));
            event(Instant.now());
        });
        assertThat(waited.get("outbox_lag_seconds")).isBetween(WAITED, WAITED.plusMinutes(5));
        assertThat(waited.get("webhook_oldest_undelivered_seconds")).isZero();
    }

    @Test
    void the_oldest_delivery_that_was_not_taken_counts_and_one_that_was_does_not() throws Exception {
        Map<String, Duration> waited = after(() -> {
            store.sql("DELETE FROM outbox_pending").run();
            delivery("DELIVERED", Instant.now().minus(WAITED.multipliedBy(10)));
            delivery("PENDING", Instant.now().minus(WAITED));
            delivery("PENDING", Instant.now());
        });
        assertThat(waited.get("webhook_oldest_undelivered_seconds")).isBetween(WAITED, WAITED.plusMinutes(5));
        assertThat(waited.get("outbox_lag_seconds")).isZero();
    }
}
