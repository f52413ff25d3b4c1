package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rarer ways to measure, to keep and to review a tier, each at its boundaries. */
class TierKindsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");
    private static final int INSIDER = 0;
    private static final int VIB = 1;
    private static final int ROUGE = 2;

    @ParameterizedTest
    @CsvSource({"19999,0", "20000,1", "20001,1"})
    void staying_takes_the_renewals_threshold_and_not_the_entrys(long inTheSecondYear, int rank) {
        TierSet set = Ladders.renewedAt(Ladders.beautyInsider(), 200_00);
        TierHistory history = history(
                set, "2030-01-01T00:00", order("2026-03-10T12:00", 350_00), order("2027-05-01T12:00", inTheSecondYear));
        assertThat(rank(history, "2027-12-31T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2028-01-01T00:00")).isEqualTo(rank);
        assertThat(rank(history, "2028-12-31T23:59")).isEqualTo(rank);
        assertThat(rank(history, "2029-01-01T00:00")).isEqualTo(INSIDER);
    }

    @Test
    void the_renewals_threshold_lets_nobody_in() {
        TierSet set = Ladders.renewedAt(Ladders.beautyInsider(), 200_00);
        assertThat(rank(history(set, "2026-12-01T00:00", order("2026-03-10T12:00", 349_99)), "2026-12-01T00:00"))
                .isEqualTo(INSIDER);
    }

    @Test
    void a_return_takes_a_renewed_tier_only_below_the_renewals_threshold() {
        TierSet set = Ladders.renewedAt(Ladders.beautyInsider(), 200_00);
        for (long back : new long[] {50_00, 50_01}) {
            TierHistory history = history(
                    set,
                    "2028-06-01T00:00",
                    order("2026-03-10T12:00", 350_00),
                    order("2027-05-01T12:00", 250_00),
                    returned("2028-02-01T12:00", "2027-05-01T12:00", back));
            assertThat(rank(history, "2028-02-01T12:00")).isEqualTo(back == 50_00 ? VIB : INSIDER);
        }
    }

    @Test
    void a_tier_to_a_fixed_day_ends_with_it_whenever_it_was_reached() {
        TierSet season = Ladders.fixedDate(Ladders.beautyInsider(), LocalDate.of(2026, 12, 31));
        for (String reached : List.of("2026-01-06T12:00", "2026-12-31T23:59")) {
            TierHistory history = history(season, "2027-06-01T00:00", order(reached, 400_00));
            assertThat(rank(history, "2026-12-31T23:59")).isEqualTo(VIB);
            assertThat(history.at(at("2027-01-01T00:00"))).hasValueSatisfying(fact -> {
                assertThat(fact.rank()).isEqualTo(INSIDER);
                assertThat(fact.cause()).isEqualTo(Cause.NOT_KEPT);
            });
        }
        TierHistory after = history(season, "2027-06-01T00:00", order("2027-01-01T00:00", 400_00));
        assertThat(rank(after, "2027-01-01T00:00")).as("its day has passed").isEqualTo(INSIDER);
    }

    @Test
    void since_the_tier_began_each_step_is_climbed_from_nothing() {
        TierSet set = Ladders.with(Period.Kind.SINCE_TIER_START, TierValidity.Kind.LIFETIME, Downgrade.FULL);
        MetricChange first = order("2026-02-01T12:00", 349_99);
        MetricChange crosses = order("2026-03-01T12:00", 600_00);
        MetricChange below = order("2026-04-01T12:00", 999_99);
        MetricChange reaches = order("2026-05-01T12:00", 1);
        TierHistory history = history(set, "2026-12-01T00:00", first, crosses, below, reaches);
        assertThat(rank(history, "2026-02-01T12:00")).isEqualTo(INSIDER);
        assertThat(rank(history, "2026-03-01T12:00"))
                .as("949.99 reach one step only")
                .isEqualTo(VIB);
        assertThat(rank(history, "2026-04-01T12:00")).isEqualTo(VIB);
        assertThat(rank(history, "2026-05-01T12:00")).isEqualTo(ROUGE);
        TierHistory returned = history(
                set,
                "2026-12-01T00:00",
                first,
                crosses,
                returned("2026-04-15T12:00", "2026-02-01T12:00", 349_99),
                below,
                reaches);
        assertThat(rank(returned, "2026-05-01T12:00"))
                .as("what came back counted for the tier before")
                .isEqualTo(ROUGE);
    }

    @ParameterizedTest
    @CsvSource({"0,0,2028-01-01", "3,0,2028-01-04", "0,5,2028-01-06", "3,5,2028-01-09"})
    void what_was_reported_late_has_its_days_and_benefits_outlast_the_failing_by_theirs(
            int metricDays, int statusDays, String falls) {
        TierSet set = Ladders.graces(Ladders.beautyInsider(), metricDays, statusDays);
        MetricChange reached = order("2026-03-10T12:00", 400_00);
        TierHistory history = history(set, "2029-01-01T00:00", reached);
        Instant fall = at(falls + "T00:00");
        assertThat(history.at(fall.minusNanos(1)).orElseThrow().rank()).isEqualTo(VIB);
        assertThat(history.at(fall).orElseThrow().rank()).isEqualTo(INSIDER);
        TierHistory late = history(set, "2029-01-01T00:00", reached, order("2027-12-31T23:59", 350_00));
        assertThat(late.at(fall).orElseThrow().rank()).as("of the closed year").isEqualTo(VIB);
    }

    @Test
    void a_review_on_the_join_anniversary_waits_for_it() {
        TierSet set = Ladders.reviewed(
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.DURATION, Downgrade.FULL),
                TierSet.Review.JOIN_ANNIVERSARY);
        TierHistory history = history(set, "2029-01-01T00:00", order("2026-03-10T12:00", 400_00));
        // Valid through 10 March 2027; the next anniversary of 5 January is in 2028.
        assertThat(rank(history, "2028-01-04T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2028-01-05T00:00")).isEqualTo(INSIDER);
        TierHistory kept =
                history(set, "2029-01-01T00:00", order("2026-03-10T12:00", 400_00), order("2027-12-20T12:00", 350_00));
        assertThat(rank(kept, "2028-01-05T00:00")).isEqualTo(VIB);
    }

    @Test
    void who_joined_on_a_leap_day_is_reviewed_on_28_february_in_common_years() {
        TierSet set = Ladders.reviewed(
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL),
                TierSet.Review.JOIN_ANNIVERSARY);
        Instant leapDay = at("2024-02-29T10:00");
        TierHistory history = new TierHistory(TierHistory.replay(
                        set, ZONE, leapDay, List.of(order("2024-05-01T12:00", 400_00)), at("2026-01-01T00:00"))
                .facts());
        assertThat(rank(history, "2025-02-27T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2025-02-28T00:00")).isEqualTo(INSIDER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-06-30T23:59, 2026-07-01T00:00",
        "1, 2026-12-31T23:59, 2027-01-01T00:00",
        "4, 2026-09-30T23:59, 2026-10-01T00:00",
        "4, 2027-03-31T23:59, 2027-04-01T00:00",
        "12, 2026-11-30T23:59, 2026-12-01T00:00",
        "12, 2026-05-31T23:59, 2026-06-01T00:00"
    })
    void a_half_year_ends_with_its_sixth_month(int startMonth, String last, String first) {
        TierSet half = Ladders.startingIn(
                Ladders.with(Period.Kind.CALENDAR_HALF, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL),
                startMonth);
        TierHistory across = history(half, "2029-01-01T00:00", order(last, 200_00), order(first, 150_00));
        assertThat(rank(across, first)).isEqualTo(INSIDER);
        TierHistory within = history(half, "2029-01-01T00:00", order(last, 200_00), order(last, "again", 150_00));
        assertThat(rank(within, last)).isEqualTo(VIB);
        assertThat(within.at(at(last)).flatMap(TierFact::until)).contains(at(first));
        assertThat(rank(within, first)).isEqualTo(INSIDER);
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,1", "9,1", "10,2"})
    void orders_are_counted_one_by_one(int orders, int rank) {
        TierSet set = Ladders.counting(Ladders.thresholds(Ladders.beautyInsider(), 3, 10), TierSet.Metric.Kind.ORDERS);
        MetricChange[] changes = new MetricChange[orders];
        for (int number = 0; number < orders; number++) {
            changes[number] = order("2026-03-10T12:00", "o" + number, 1);
        }
        assertThat(rank(history(set, "2026-12-01T00:00", changes), "2026-03-10T12:00"))
                .isEqualTo(rank);
    }

    private static int rank(TierHistory history, String local) {
        return history.at(at(local)).orElseThrow().rank();
    }

    private static TierHistory history(TierSet set, String now, MetricChange... changes) {
        return new TierHistory(
                TierHistory.replay(set, ZONE, JOINED, List.of(changes), at(now)).facts());
    }

    private static MetricChange order(String at, long amount) {
        return order(at, at, amount);
    }

    private static MetricChange order(String at, String reference, long amount) {
        return new MetricChange(at(at), at(at), "till", reference, 0, amount, TierSet.METRIC);
    }

    private static MetricChange returned(String at, String orderedAt, long amount) {
        return new MetricChange(at(at), at(orderedAt), "till", orderedAt, 1, -amount, TierSet.METRIC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
