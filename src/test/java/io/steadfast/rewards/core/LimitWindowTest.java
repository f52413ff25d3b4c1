package io.steadfast.rewards.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Cap;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LimitWindowTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void a_window_follows_the_programs_calendar_over_daylight_saving() {
        LimitWindow day = LimitWindow.of(Cap.Period.DAY, Instant.parse("2026-03-08T20:00:00Z"), LOS_ANGELES);
        assertThat(day.start()).contains(Instant.parse("2026-03-08T08:00:00Z"));
        assertThat(day.end()).contains(Instant.parse("2026-03-09T07:00:00Z"));
    }

    @Test
    void the_last_instant_of_a_year_belongs_to_it_and_the_next_doesnt() {
        LimitWindow last = LimitWindow.of(Cap.Period.YEAR, Instant.parse("2027-01-01T07:59:59.999Z"), LOS_ANGELES);
        assertThat(last.end()).contains(Instant.parse("2027-01-01T08:00:00Z"));
        LimitWindow next = LimitWindow.of(Cap.Period.YEAR, Instant.parse("2027-01-01T08:00:00Z"), LOS_ANGELES);
        assertThat(next.start()).contains(Instant.parse("2027-01-01T08:00:00Z"));
    }

    @Test
    void weeks_begin_on_monday_and_quarters_with_their_first_month() {
        Instant sunday = Instant.parse("2026-08-16T12:00:00Z");
        assertThat(LimitWindow.of(Cap.Period.WEEK, sunday, LOS_ANGELES).start())
                .contains(Instant.parse("2026-08-10T07:00:00Z"));
        assertThat(LimitWindow.of(Cap.Period.QUARTER, sunday, LOS_ANGELES).end())
                .contains(Instant.parse("2026-10-01T07:00:00Z"));
        assertThat(LimitWindow.of(Cap.Period.MONTH, sunday, LOS_ANGELES).start())
                .contains(Instant.parse("2026-08-01T07:00:00Z"));
        assertThat(LimitWindow.of(Cap.Period.EVER, sunday, LOS_ANGELES).end()).isEmpty();
    }
}
