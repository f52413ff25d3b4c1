package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void with_nobody_about_work_goes_on_at_once() {
        assertThat(Pace.rest(SECOND, 0)).isZero();
    }

    @Test
    void pages_that_watch_a_job_do_not_slow_it() {
        assertThat(Pace.rest(SECOND, 10)).isZero();
        assertThat(Pace.rest(Duration.ofSeconds(4), 40)).isZero();
    }

    @Test
    void the_more_is_asked_the_longer_it_rests_up_to_twice_what_it_worked() {
        assertThat(Pace.rest(SECOND, 30)).isEqualTo(SECOND);
        assertThat(Pace.rest(SECOND, 50)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.rest(SECOND, 500)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.rest(SECOND.dividedBy(4), 500)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_long_chunk_is_not_followed_by_a_long_standstill() {
        assertThat(Pace.rest(Duration.ofMinutes(1), 60_000)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void no_time_at_all_needs_no_rest() {
        assertThat(Pace.rest(Duration.ZERO, 1)).isZero();
    }
}
