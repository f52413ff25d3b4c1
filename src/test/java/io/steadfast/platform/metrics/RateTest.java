package io.steadfast.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void theSecondUnderWayIsNotCountedAndWhatIsOlderThanAMinuteIsForgotten() {
        Rate rate = new Rate();
        rate.count(1_000, 2);
        rate.count(1_030, 3);
        rate.count(1_059, 4);
        rate.count(1_060, 100);
        assertThat(rate.inLastMinute(1_060)).isEqualTo(9);
        assertThat(rate.inLastMinute(1_061)).isEqualTo(107);
    }

    @Test
    void anIdleHourLeavesNothing() {
        Rate rate = new Rate();
        rate.count(1_000, 5);
        assertThat(rate.inLastMinute(4_600)).isZero();
        rate.count(4_600, 1);
        assertThat(rate.inLastMinute(4_601)).isEqualTo(1);
    }
}
