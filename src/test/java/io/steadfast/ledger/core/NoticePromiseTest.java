package io.steadfast.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.ProgramCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticePromiseTest {

    private static final NoticePromise THIRTY = promise(30);
    private static final Instant PLANNED = Instant.parse("2027-03-15T00:00:00Z");

    @Test
    void a_notice_in_time_leaves_the_planned_date() {
        Instant sent = Instant.parse("2027-02-12T10:00:00Z");
        assertThat(THIRTY.dateAfter(PLANNED, sent, sent)).isEqualTo(PLANNED);
    }

    @Test
    void a_late_notice_moves_the_date_to_the_end_of_its_last_day() {
        Instant sent = Instant.parse("2027-03-01T10:00:00Z");
        assertThat(THIRTY.dateAfter(PLANNED, sent, sent)).isEqualTo("2027-03-31T23:00:00Z");
    }

    @Test
    void a_notice_that_is_reported_long_after_it_was_sent_takes_nothing_at_once() {
        Instant sent = Instant.parse("2027-01-01T10:00:00Z");
        assertThat(THIRTY.dateAfter(PLANNED, sent, Instant.parse("2027-05-01T10:00:00Z")))
                .isEqualTo("2027-05-01T23:00:00Z");
    }

    @Test
    void it_is_asked_for_a_week_before_the_last_moment() {
        assertThat(THIRTY.askAt(PLANNED)).isEqualTo("2027-02-06T00:00:00Z");
    }

    @Test
    void a_promise_has_days() {
        assertThatThrownBy(() -> promise(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_date_ever_comes_sooner_than_planned_or_than_the_days_after_the_notice() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            NoticePromise promise = promise(1 + random.nextInt(90));
            Instant sent = PLANNED.minus(Duration.ofHours(random.nextInt(10_000)));
            Instant now = sent.plus(Duration.ofHours(random.nextInt(10_000)));
            Instant date = promise.dateAfter(PLANNED, sent, now);
            assertThat(date).as("seed %d", seed).isAfterOrEqualTo(PLANNED).isAfter(now);
            // An hour of the spring may be missing.
            assertThat(date)
                    .as("seed %d", seed)
                    .isAfterOrEqualTo(sent.plus(Duration.ofDays(promise.days())).minus(Duration.ofHours(1)));
        }
    }

    private static NoticePromise promise(int days) {
        return new NoticePromise(new ProgramCode("club"), 1, days, ZoneId.of("Europe/London"));
    }
}
