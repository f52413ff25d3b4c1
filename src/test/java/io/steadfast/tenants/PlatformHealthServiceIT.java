package io.steadfast.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.metrics.LagWatch;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformHealthServiceIT extends ContainerTest {

    @Inject
    private PlatformHealthService health;

    @Inject
    private LagWatch watch;

    @Test
    void the_database_says_its_version_its_size_and_its_connections() {
        assertThat(health.database()).hasValueSatisfying(state -> {
            assertThat(state.version()).isNotBlank();
            assertThat(state.bytes()).isPositive();
            assertThat(state.connections()).isPositive().isLessThanOrEqualTo(state.most());
            assertThat(state.answered()).isPositive();
        });
    }

    @Test
    void every_tenant_made_just_now_is_at_the_newest_schema() {
        TestTenants.make();
        assertThat(health.schemas()).containsKey(health.codeVersion());
    }

    @Test
    void a_look_at_what_waits_names_each_kind_of_it_once() {
        watch.look();
        assertThat(health.lags())
                .hasValueSatisfying(look -> assertThat(look.worst())
                        .extracting(worst -> worst.name())
                        .contains("job_lag_seconds", "outbox_lag_seconds", "webhook_oldest_undelivered_seconds")
                        .doesNotHaveDuplicates());
    }

    @Test
    void the_work_of_a_tenant_is_found_after_the_one_before_it() {
        TenantSlug first = new TenantSlug(TestTenants.make().slug());
        assertThat(health.tenants(Optional.empty(), 2000))
                .extracting(work -> work.slug())
                .contains(first);
        assertThat(health.tenants(Optional.of(first), 2000))
                .extracting(work -> work.slug())
                .doesNotContain(first);
    }

    @Test
    void what_was_done_with_a_tenant_stands_in_the_trail_the_latest_first() {
        String slug = TestTenants.make().slug();
        assertThat(health.trail(Optional.empty(), 5).get(0)).satisfies(line -> {
            assertThat(line.action()).isEqualTo("tenant.created");
            assertThat(line.objectId()).isEqualTo(slug);
            assertThat(line.actorKind()).isEqualTo("OPERATOR");
        });
    }
}
