package io.steadfast.tills.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TillLockTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void the_last_wrong_pin_of_a_window_locks_the_till_for_a_while() {
        TillLock lock = wrong(TillLock.OPEN, TillLock.MOST_WRONG_PINS - 1, Duration.ofSeconds(1));
        assertThat(lock.isLocked(NOW.plusSeconds(60))).isFalse();
        Instant last = NOW.plusSeconds(60);
        TillLock locked = lock.wrongPin(last);
        assertThat(locked.isLocked(last)).isTrue();
        assertThat(locked.isLocked(last.plus(TillLock.PAUSE).minusMillis(1))).isTrue();
        assertThat(locked.isLocked(last.plus(TillLock.PAUSE))).isFalse();
    }

    @Test
    void wrong_pins_that_lie_far_apart_never_lock_it() {
        TillLock lock = wrong(TillLock.OPEN, 200, TillLock.WINDOW.dividedBy(TillLock.MOST_WRONG_PINS - 1));
        assertThat(lock.lockedUntil()).isEmpty();
    }

    @Test
    void after_the_pause_the_count_begins_anew() {
        TillLock locked = wrong(TillLock.OPEN, TillLock.MOST_WRONG_PINS, Duration.ZERO);
        Instant later = NOW.plus(TillLock.PAUSE);
        assertThat(locked.wrongPin(later).isLocked(later)).isFalse();
        assertThat(locked.wrongPin(later).wrong()).isEqualTo(1);
    }

    private static TillLock wrong(TillLock from, int times, Duration apart) {
        TillLock lock = from;
        for (int i = 0; i < times; i++) {
            lock = lock.wrongPin(NOW.plus(apart.multipliedBy(i)));
        }
        return lock;
    }
}
