package io.steadfast.tills.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TillLockTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void the_pin_after_too_many_wrong_ones_locks_the_till_for_a_while() {
        TillLock lock = wrong(TillLock.OPEN, TillLock.MOST_WRONG_PINS, Duration.ofSeconds(1));
        assertThat(lock.isLocked(NOW.plusSeconds(60))).isFalse();
        Instant last = NOW.plusSeconds(60);
        TillLock locked = lock.tried(last);
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
        TillLock locked = wrong(TillLock.OPEN, TillLock.MOST_WRONG_PINS + 1, Duration.ZERO);
        Instant later = NOW.plus(TillLock.PAUSE);
        assertThat(locked.tried(later).isLocked(later)).isFalse();
        assertThat(locked.tried(later).wrong()).isEqualTo(1);
    }

    @Test
    void right_pins_count_for_nothing_and_clear_nothing() {
        TillLock lock = wrong(TillLock.OPEN, TillLock.MOST_WRONG_PINS - 1, Duration.ZERO);
        for (int right = 0; right < 50; right++) {
            lock = lock.tried(NOW).wasRight();
        }
        assertThat(lock.wrong()).isEqualTo(TillLock.MOST_WRONG_PINS - 1);
        assertThat(lock.tried(NOW).tried(NOW).isLocked(NOW)).isTrue();
    }

    private static TillLock wrong(TillLock from, int times, Duration apart) {
        TillLock lock = from;
        for (int i = 0; i < times; i++) {
            lock = lock.tried(NOW.plus(apart.multipliedBy(i)));
        }
        return lock;
    }
}
