package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.jobs.store.LeaseRepository;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The pace of long work: it rests while others ask, and keeps its right to the tenant. */
class PaceIT extends ContainerTest {

    private static final long CHUNK_MILLIS = 300;

    @Inject
    private Pace pace;

    @Inject
    private Traffic traffic;

    @Inject
    private TenantLease lease;

    @Inject
    private LeaseRepository leases;

    @Inject
    private CurrentTenant currentTenant;

    private final TenantSlug slug =
            new TenantSlug(TestTenants.make(Map.of("sandbox", false)).slug());

    @Test
    void a_job_rests_twice_as_long_as_it_works_while_many_ask() throws Exception {
        long busy = took(100);
        assertThat(busy).isGreaterThanOrEqualTo(2 * (CHUNK_MILLIS + 2 * CHUNK_MILLIS) + CHUNK_MILLIS);
        assertThat(took(0)).isLessThan(busy);
    }

    private long took(int requests) throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        long began = System.nanoTime();
        currentTenant.call(slug, () -> {
            pace.chunks(() -> {
                for (int number = 0; number < requests; number++) {
                    traffic.answer();
                }
                sleep();
                return left.decrementAndGet() > 0;
            });
            return slug;
        });
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static void sleep() {
        try {
            Thread.sleep(CHUNK_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_right_to_a_tenant_is_prolonged_in_time() {
        Instant now = Instant.now();
        assertThat(lease.take(slug)).isTrue();
        try {
            lease.keep(slug, now.plusSeconds(100));
            assertThat(leases.take(slug, "another", now.plusSeconds(200), now.plusSeconds(300)))
                    .as("beyond the first two minutes")
                    .isFalse();
        } finally {
            lease.giveBack(slug);
        }
    }

    @Test
    void who_lost_the_tenant_to_another_server_stops() {
        Instant later = Instant.now().plusSeconds(200);
        assertThat(lease.take(slug)).isTrue();
        try {
            // As if this server had stood still for longer than the right lasts.
            assertThat(leases.take(slug, "another", later, later.plusSeconds(60)))
                    .isTrue();
            assertThatThrownBy(() -> lease.keep(slug, later.plusSeconds(1)))
                    .hasMessageContaining("Another server works for");
        } finally {
            lease.giveBack(slug);
            leases.giveBack(slug, "another");
        }
    }
}
