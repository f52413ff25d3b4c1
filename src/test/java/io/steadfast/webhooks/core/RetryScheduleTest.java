package io.steadfast.webhooks.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void gapsGrowAndReachBeyondADay() {
        List<Duration> gaps = new ArrayList<>();
        Optional<Duration> gap = RetrySchedule.afterFailure(1);
        while (gap.isPresent()) {
            gaps.add(gap.get());
            gap = RetrySchedule.afterFailure(gaps.size() + 1);
        }
        assertThat(gaps).isSorted().doesNotHaveDuplicates().hasSize(10);
        assertThat(gaps.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofHours(48));
    }
}
