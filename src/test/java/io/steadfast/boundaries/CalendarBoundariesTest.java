package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.dates.core.Celebration;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.PaidPeriod;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierMachine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that not every year or month has: 29 February, and the 29th, 30th and 31st. */
class CalendarBoundariesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Money FEE = new Money(14_99, Currency.getInstance("USD"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-28, 1, 2026-02-28",
        "2026-01-29, 1, 2026-02-28",
        "2026-01-31, 1, 2026-02-28",
        "2028-01-29, 1, 2028-02-29",
        "2028-01-31, 1, 2028-02-29",
        "2026-02-28, 1, 2026-03-28",
        "2026-03-31, 1, 2026-04-30",
        "2026-08-31, 6, 2027-02-28",
        "2027-08-31, 6, 2028-02-29",
        "2028-02-29, 12, 2029-02-28",
        "2027-02-28, 12, 2028-02-28",
        "2028-02-29, 48, 2032-02-29",
        "2026-12-31, 12, 2027-12-31"
    })
    void points_of_some_months_are_valid_through_the_same_day_or_the_months_last(
            LocalDate earned, int months, LocalDate lastDay) {
        ExpiryPolicy policy = new ExpiryPolicy.AfterDuration(
                months, CalendarUnit.MONTHS, ExpiryPolicy.Start.ACTIVITY, Optional.empty());
        for (String time : List.of("00:00:00", "23:59:59")) {
            Instant at = earned.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
            assertThat(ExpiryCalculator.lotExpiry(List.of(policy), at, Optional.of(at), NEW_YORK))
                    .contains(lastDay.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-28, 2027-02-28",
        "2027-03-01, 2028-02-29",
        "2028-02-28, 2028-02-29",
        "2028-02-29, 2028-02-29",
        "2028-03-01, 2029-02-28"
    })
    void a_fixed_date_of_29_february_is_the_28th_in_common_years(LocalDate from, LocalDate next) {
        assertThat(ExpiryCalculator.nextOf(List.of(MonthDay.of(2, 29)), from)).contains(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-27, false, false",
        "2027-02-28, true,  true",
        "2027-03-01, false, false",
        "2028-02-28, true,  false",
        "2028-02-29, false, true",
        "2028-03-01, false, false",
        "2100-02-28, true,  true"
    })
    void a_birthday_on_29_february_is_celebrated_once_every_year(LocalDate day, boolean the28th, boolean the29th) {
        assertThat(Celebration.on(day).contains(228)).isEqualTo(the28th);
        assertThat(Celebration.on(day).contains(229)).isEqualTo(the29th);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-28, 2026-02-28 2026-03-28 2026-04-28 2026-05-28",
        "2026-01-29, 2026-02-28 2026-03-29 2026-04-29 2026-05-29",
        "2026-01-30, 2026-02-28 2026-03-30 2026-04-30 2026-05-30",
        "2026-01-31, 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "2028-01-29, 2028-02-29 2028-03-29 2028-04-29 2028-05-29",
        "2028-01-31, 2028-02-29 2028-03-31 2028-04-30 2028-05-31",
        "2027-11-30, 2027-12-30 2028-01-30 2028-02-29 2028-03-30"
    })
    void a_monthly_plan_keeps_its_day_and_takes_the_months_last_where_it_lacks_it(LocalDate first, String ends) {
        assertThat(ends(Plan.Interval.MONTH, first, 4)).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, 2029-02-28 2030-02-28 2031-02-28 2032-02-29",
        "2027-02-28, 2028-02-28 2029-02-28 2030-02-28 2031-02-28"
    })
    void a_yearly_plan_of_a_leap_day_ends_on_the_28th_in_common_years(LocalDate first, String ends) {
        assertThat(ends(Plan.Interval.YEAR, first, 4)).isEqualTo(ends);
    }

    /** The last days, exclusively, of so many periods that were paid on time. */
    private static String ends(Plan.Interval interval, LocalDate first, int periods) {
        Subscription subscription = new Subscription(
                new MembershipId(new UUID(7, 1)),
                new MemberId(new UUID(7, 2)),
                new ProgramCode("prime"),
                new PlanCode("PRIME"),
                1,
                new PlanTerms(
                        interval,
                        FEE,
                        0,
                        7,
                        Plan.Renewal.AUTOMATIC,
                        Plan.PastDue.BENEFITS_ON,
                        Plan.Refund.NONE,
                        30,
                        NEW_YORK),
                first.atStartOfDay(NEW_YORK).toInstant(),
                List.of(),
                List.of(),
                List.of());
        LocalDate due = first;
        StringBuilder ends = new StringBuilder();
        for (int period = 1; period <= periods; period++) {
            subscription = subscription.with(new Outcome(
                    Outcome.Kind.PAID,
                    "p" + period,
                    "p" + period,
                    due.atStartOfDay(NEW_YORK).toInstant(),
                    FEE));
            List<PaidPeriod> paid = subscription.course().paid();
            due = paid.get(paid.size() - 1).until().atZone(NEW_YORK).toLocalDate();
            ends.append(period == 1 ? "" : " ").append(due);
        }
        return ends.toString();
    }

    @Test
    void an_order_on_the_last_day_of_a_leap_february_counts_for_its_month() {
        TierSet monthly = withPeriod(TierSet.Period.Kind.CALENDAR_MONTH);
        TierMachine machine = TierMachine.start(monthly, NEW_YORK, Instant.parse("2027-01-01T05:00:00Z"));
        machine.apply(spend("2028-02-29T23:59:59", 349_99));
        machine.apply(spend("2028-03-01T00:00:00", 1));
        assertThat(machine.standingAt(instant("2028-03-01T00:00:00")).rank()).isZero();
        TierMachine same = TierMachine.start(monthly, NEW_YORK, Instant.parse("2027-01-01T05:00:00Z"));
        same.apply(spend("2028-02-28T00:00:00", 349_99));
        same.apply(spend("2028-02-29T23:59:59", 1));
        assertThat(same.standingAt(instant("2028-02-29T23:59:59")).rank()).isEqualTo(1);
    }

    @Test
    void a_status_year_of_a_leap_day_runs_through_27_february_of_common_years() {
        TierSet anniversary = withPeriod(TierSet.Period.Kind.ANNIVERSARY);
        Instant joined = instant("2028-02-29T12:00:00");
        TierMachine before = TierMachine.start(anniversary, NEW_YORK, joined);
        before.apply(spend("2028-03-01T12:00:00", 349_99));
        before.apply(spend("2029-02-27T23:59:59", 1));
        assertThat(before.standingAt(instant("2029-02-27T23:59:59")).rank()).isEqualTo(1);
        TierMachine after = TierMachine.start(anniversary, NEW_YORK, joined);
        after.apply(spend("2028-03-01T12:00:00", 349_99));
        after.apply(spend("2029-02-28T00:00:00", 1));
        assertThat(after.standingAt(instant("2029-02-28T00:00:00")).rank()).isZero();
    }

    private static TierSet withPeriod(TierSet.Period.Kind kind) {
        TierSet set = ProgramTemplates.find("P2").orElseThrow().tierSets().get(0);
        return new TierSet(
                set.code(),
                set.name(),
                set.metric(),
                new TierSet.Period(kind, Optional.of(1), Optional.empty(), Optional.empty()),
                set.tiers(),
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                set.onReturn(),
                set.crossing(),
                set.rollover());
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    private static MetricChange spend(String local, long amount) {
        return new MetricChange(instant(local), instant(local), "shop", local, 0, amount, TierSet.METRIC);
    }
}
