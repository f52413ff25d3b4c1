package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.jobs.store.LeaseRepository;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantLeaseIT extends ContainerTest {

    private static final Instant NOW = Instant.now();
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(2));

    @Inject
    private LeaseRepository leases;

    private final TenantSlug slug =
            new TenantSlug(TestTenants.make(Map.of("sandbox", false)).slug());

    @Test
    void one_node_at_a_time_works_for_a_tenant() {
        assertThat(leases.take(slug, "node-a", NOW, LATER)).isTrue();
        assertThat(leases.take(slug, "node-b", NOW, LATER)).isFalse();
        assertThat(leases.take(slug, "node-a", NOW, LATER)).isTrue();
        leases.giveBack(slug, "node-b");
        assertThat(leases.take(slug, "node-b", NOW, LATER)).isFalse();
        leases.giveBack(slug, "node-a");
        assertThat(leases.take(slug, "node-b", NOW, LATER)).isTrue();
    }

    @Test
    void a_dead_nodes_lease_runs_out() {
        leases.take(slug, "node-a", NOW, LATER);
        assertThat(leases.take(slug, "node-b", LATER.plusSeconds(1), LATER.plusSeconds(60)))
                .isTrue();
    }
}
