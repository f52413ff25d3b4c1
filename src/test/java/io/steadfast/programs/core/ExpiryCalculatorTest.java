package io.steadfast.programs.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.ExpiryPolicy.AfterDuration;
import io.steadfast.programs.core.ExpiryPolicy.FixedDates;
import io.steadfast.programs.core.ExpiryPolicy.Inactivity;
import io.steadfast.programs.core.ExpiryPolicy.KeepsAlive;
import io.steadfast.programs.core.ExpiryPolicy.Never;
import io.steadfast.programs.core.ExpiryPolicy.RoundUp;
import io.steadfast.programs.core.ExpiryPolicy.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpiryCalculatorTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void january_31_and_a_month_is_valid_through_the_last_day_of_february() {
        assertThat(lapses("2026-01-31T10:00", NEW_YORK, months(1))).isEqualTo(at("2026-03-01T00:00", NEW_YORK));
        assertThat(lapses("2028-01-31T10:00", NEW_YORK, months(1))).isEqualTo(at("2028-03-01T00:00", NEW_YORK));
    }

    @Test
    void february_29_and_twelve_months_is_valid_through_february_28() {
        assertThat(lapses("2028-02-29T10:00", NEW_YORK, months(12))).isEqualTo(at("2029-03-01T00:00", NEW_YORK));
    }

    @Test
    void both_days_of_a_clock_change_end_at_their_own_midnight() {
        assertThat(lapses("2026-02-08T23:59", NEW_YORK, months(1))).isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
        assertThat(lapses("2026-02-07T23:59", NEW_YORK, months(1))).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
        assertThat(lapses("2026-10-01T00:00", NEW_YORK, months(1))).isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
        assertThat(lapses("2026-09-30T00:00", NEW_YORK, months(1))).isEqualTo(Instant.parse("2026-10-31T04:00:00Z"));
    }

    @Test
    void a_midnight_that_a_clock_change_leaves_out_is_the_first_instant_after_it() {
        ZoneId santiago = ZoneId.of("America/Santiago");
        assertThat(lapses("2026-08-05T12:00", santiago, months(1))).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void the_same_instant_lapses_on_different_days_on_both_sides_of_the_date_line() {
        Instant occurred = Instant.parse("2026-01-31T11:00:00Z");
        ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
        ZoneId pago = ZoneId.of("Pacific/Pago_Pago");
        assertThat(lapses(occurred, kiritimati, months(1))).isEqualTo(at("2026-03-02T00:00", kiritimati));
        assertThat(lapses(occurred, pago, months(1))).isEqualTo(at("2026-03-01T00:00", pago));
    }

    @Test
    void a_duration_rounds_up_to_the_end_of_its_period() {
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, rounded(RoundUp.DAY)))
                .isEqualTo(at("2027-05-11T00:00", NEW_YORK));
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, rounded(RoundUp.MONTH)))
                .isEqualTo(at("2027-06-01T00:00", NEW_YORK));
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, rounded(RoundUp.QUARTER)))
                .isEqualTo(at("2027-07-01T00:00", NEW_YORK));
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, rounded(RoundUp.HALF)))
                .isEqualTo(at("2027-07-01T00:00", NEW_YORK));
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, rounded(RoundUp.YEAR)))
                .isEqualTo(at("2028-01-01T00:00", NEW_YORK));
    }

    @Test
    void a_fixed_date_is_the_next_one_far_enough_ahead() {
        FixedDates twice = new FixedDates(List.of(MonthDay.of(6, 30), MonthDay.of(12, 31)), 30);
        assertThat(lapses("2026-05-31T10:00", NEW_YORK, twice)).isEqualTo(at("2026-07-01T00:00", NEW_YORK));
        assertThat(lapses("2026-06-01T10:00", NEW_YORK, twice)).isEqualTo(at("2027-01-01T00:00", NEW_YORK));
        assertThat(lapses("2026-12-31T10:00", NEW_YORK, twice)).isEqualTo(at("2027-07-01T00:00", NEW_YORK));
        FixedDates leapDay = new FixedDates(List.of(MonthDay.of(2, 29)), 0);
        assertThat(lapses("2026-01-01T10:00", NEW_YORK, leapDay)).isEqualTo(at("2026-03-01T00:00", NEW_YORK));
        assertThat(lapses("2028-01-01T10:00", NEW_YORK, leapDay)).isEqualTo(at("2028-03-01T00:00", NEW_YORK));
    }

    @Test
    void of_several_policies_the_earliest_date_wins() {
        FixedDates yearEnd = new FixedDates(List.of(MonthDay.of(12, 31)), 0);
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, months(12), yearEnd))
                .isEqualTo(at("2027-01-01T00:00", NEW_YORK));
        assertThat(lapses("2026-05-10T10:00", NEW_YORK, months(3), yearEnd))
                .isEqualTo(at("2026-08-11T00:00", NEW_YORK));
    }

    @Test
    void a_duration_from_the_activation_waits_for_it() {
        AfterDuration fromActivation = new AfterDuration(1, CalendarUnit.MONTHS, Start.ACTIVATION, Optional.empty());
        Instant occurred = at("2026-05-10T10:00", NEW_YORK);
        assertThat(ExpiryCalculator.lotExpiry(List.of(fromActivation), occurred, Optional.empty(), NEW_YORK))
                .isEmpty();
        assertThat(ExpiryCalculator.lotExpiry(
                        List.of(fromActivation), occurred, Optional.of(at("2026-05-24T10:00", NEW_YORK)), NEW_YORK))
                .contains(at("2026-06-25T00:00", NEW_YORK));
    }

    @Test
    void never_and_inactivity_set_no_date_of_the_lots_own() {
        Inactivity year = new Inactivity(12, CalendarUnit.MONTHS, Set.of(KeepsAlive.ORDER));
        Instant occurred = at("2026-05-10T10:00", NEW_YORK);
        assertThat(ExpiryCalculator.lotExpiry(List.of(new Never()), occurred, Optional.of(occurred), NEW_YORK))
                .isEmpty();
        assertThat(ExpiryCalculator.lotExpiry(List.of(year), occurred, Optional.of(occurred), NEW_YORK))
                .isEmpty();
        assertThat(ExpiryCalculator.inactivityDeadline(List.of(year), occurred, Set.of(KeepsAlive.ORDER), NEW_YORK))
                .contains(at("2027-05-11T00:00", NEW_YORK));
        assertThat(ExpiryCalculator.inactivityDeadline(List.of(year), occurred, Set.of(KeepsAlive.BURN), NEW_YORK))
                .isEmpty();
    }

    private static AfterDuration months(int amount) {
        return new AfterDuration(amount, CalendarUnit.MONTHS, Start.ACTIVITY, Optional.empty());
    }

    private static AfterDuration rounded(RoundUp period) {
        return new AfterDuration(12, CalendarUnit.MONTHS, Start.ACTIVITY, Optional.of(period));
    }

    private static Instant lapses(String local, ZoneId zone, ExpiryPolicy... policies) {
        return lapses(at(local, zone), zone, policies);
    }

    private static Instant lapses(Instant occurred, ZoneId zone, ExpiryPolicy... policies) {
        return ExpiryCalculator.lotExpiry(List.of(policies), occurred, Optional.of(occurred), zone)
                .orElseThrow();
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
