package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkBoardIT extends ContainerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    private WorkBoard board;

    @Inject
    private DueWorkRunner runner;

    @Inject
    private FailingDueWork failing;

    @Test
    void a_sweep_leaves_when_each_kind_ran_and_how_often_it_failed_in_a_row() throws Exception {
        TenantSlug slug = new TenantSlug(TestTenants.makeAt(START).slug());
        failing.failFrom(slug, START);
        try {
            assertThatThrownBy(() -> runner.sweep(slug, START)).hasStackTraceContaining("Can't be done");
            assertThatThrownBy(() -> runner.sweep(slug, START)).hasStackTraceContaining("Can't be done");
            // The clockwork may have come by meanwhile.
            assertThat(kind(slug, failing.kind()).failures()).isGreaterThanOrEqualTo(2);
            assertThat(kind(slug, failing.kind()).problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("Can't be done"));
            assertThat(kind(slug, "points_due").failures()).isZero();
            assertThat(kind(slug, "points_due").ranAt()).isPresent();
            assertThat(tenant(slug).state()).isEqualTo(TenantWork.State.FAILING);
            assertThat(board.troubled(Optional.empty(), 2000))
                    .extracting(TenantWork::slug)
                    .contains(slug);
        } finally {
            failing.mend(slug);
        }
        runner.sweep(slug, START);
        assertThat(kind(slug, failing.kind()).failures()).isZero();
        assertThat(kind(slug, failing.kind()).problem()).isEmpty();
        assertThat(board.troubled(Optional.empty(), 2000))
                .extracting(TenantWork::slug)
                .doesNotContain(slug);
    }

    @Test
    void the_jobs_of_a_tenant_stand_there_the_latest_first() {
        var tenant = TestTenants.makeAt(START);
        tenant.moveClock(START.plusSeconds(60));
        tenant.moveClock(START.plusSeconds(120));
        assertThat(board.jobs(new TenantSlug(tenant.slug()), 10))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.job().kind()).isEqualTo("sandbox_clock"))
                .allSatisfy(line -> assertThat(line.finishedAt()).isPresent())
                .isSortedAccordingTo((one, other) ->
                        other.job().createdAt().compareTo(one.job().createdAt()));
    }

    private KindOfWork kind(TenantSlug slug, String kind) {
        return board.kinds(slug).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private TenantWork tenant(TenantSlug slug) {
        return board.page(Optional.empty(), 2000).stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
