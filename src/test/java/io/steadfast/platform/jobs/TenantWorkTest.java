package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.TenantSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantWorkTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void work_that_fell_due_lags_and_work_that_is_due_later_does_not() {
        assertThat(due(NOW.minusSeconds(90)).lag()).isEqualTo(Duration.ofSeconds(90));
        assertThat(due(NOW.plusSeconds(1)).lag()).isZero();
        assertThat(work(true, Optional.empty(), 0, 0, 0).lag()).isZero();
    }

    @Test
    void a_lag_that_a_sweep_may_still_be_busy_with_is_fine_and_a_longer_one_is_late() {
        assertThat(due(NOW.minus(TenantWork.LATE)).state()).isEqualTo(TenantWork.State.FINE);
        assertThat(due(NOW.minus(TenantWork.LATE).minusSeconds(1)).state()).isEqualTo(TenantWork.State.LATE);
    }

    @Test
    void what_is_worst_is_said() {
        Optional<Instant> late = Optional.of(NOW.minusSeconds(9_000));
        assertThat(work(false, late, 1, 1, 1).state()).isEqualTo(TenantWork.State.CLOSED);
        assertThat(work(true, late, 1, 1, 0).state()).isEqualTo(TenantWork.State.FAILING);
        assertThat(work(true, late, 0, 1, 1).state()).isEqualTo(TenantWork.State.FAILING);
        assertThat(work(true, late, 0, 1, 0).state()).isEqualTo(TenantWork.State.LATE);
        assertThat(work(true, Optional.empty(), 0, 1, 0).state()).isEqualTo(TenantWork.State.WORKING);
        assertThat(work(true, Optional.empty(), 0, 0, 0).state()).isEqualTo(TenantWork.State.FINE);
    }

    private static TenantWork due(Instant next) {
        return work(true, Optional.of(next), 0, 0, 0);
    }

    private static TenantWork work(
            boolean active, Optional<Instant> next, long failing, long openJobs, long failedJobs) {
        return new TenantWork(
                new TenantSlug("brand"), "Brand", active, NOW, Optional.empty(), next, failing, openJobs, failedJobs);
    }
}
