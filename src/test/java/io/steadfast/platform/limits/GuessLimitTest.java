package io.steadfast.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuessLimitTest {

    @Test
    void after_twenty_misses_a_caller_waits_and_others_dont() {
        GuessLimit limit = new GuessLimit();
        for (int miss = 0; miss < 20; miss++) {
            assertThat(limit.waitSeconds("one")).isZero();
            limit.missed("one");
        }
        assertThat(limit.waitSeconds("one")).isBetween(1L, 3L);
        assertThat(limit.waitSeconds("other")).isZero();
    }
}
