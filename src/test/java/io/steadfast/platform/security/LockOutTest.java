package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void the_first_four_wrong_passwords_cost_nothing() {
        assertThat(LockOut.until(1, NOW)).isEmpty();
        assertThat(LockOut.until(4, NOW)).isEmpty();
    }

    @Test
    void each_further_one_doubles_the_wait() {
        assertThat(LockOut.until(5, NOW)).contains(NOW.plus(Duration.ofSeconds(30)));
        assertThat(LockOut.until(6, NOW)).contains(NOW.plus(Duration.ofSeconds(60)));
        assertThat(LockOut.until(9, NOW)).contains(NOW.plus(Duration.ofMinutes(8)));
    }

    @Test
    void nobody_waits_longer_than_an_hour() {
        assertThat(LockOut.until(50, NOW)).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(LockOut.until(Integer.MAX_VALUE, NOW)).contains(NOW.plus(Duration.ofHours(1)));
    }
}
