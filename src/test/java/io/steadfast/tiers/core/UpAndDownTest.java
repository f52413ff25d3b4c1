package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.Review;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.programs.core.TierSet.Upgrade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Members move up on one day and down on another (domain 29 and 31). */
class UpAndDownTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-04-20T09:00");
    private static final int INSIDER = 0;
    private static final int VIB = 1;
    private static final int ROUGE = 2;

    /** A calendar year's spend, the rest of the year and the whole next one; up on the anniversary of joining. */
    private static final TierSet SET = Ladders.rising(Ladders.beautyInsider(), Upgrade.JOIN_ANNIVERSARY);

    @ParameterizedTest
    @CsvSource({"34999, 0", "35000, 1", "99999, 1", "100000, 2"})
    void a_tier_that_is_reached_begins_on_the_anniversary_and_lasts_from_then(long spent, int rank) {
        TierHistory history = history(SET, order("2026-06-10T12:00", spent));
        assertThat(rank(history, "2027-04-19T23:59")).isEqualTo(INSIDER);
        assertThat(rank(history, "2027-04-20T00:00")).isEqualTo(rank);
        assertThat(rank(history, "2028-12-31T23:59")).isEqualTo(rank);
        assertThat(rank(history, "2029-01-01T00:00")).isEqualTo(INSIDER);
    }

    @Test
    void the_best_period_that_the_year_before_touched_counts_and_none_together() {
        TierHistory apart = history(SET, order("2026-06-10T12:00", 200_00), order("2027-02-10T12:00", 200_00));
        assertThat(rank(apart, "2027-04-20T00:00")).isEqualTo(INSIDER);
        TierHistory rising = history(SET, order("2026-06-10T12:00", 350_00), order("2027-04-19T23:59", 1_000_00));
        assertThat(rank(rising, "2027-04-20T00:00")).isEqualTo(ROUGE);
        TierHistory tooLate = history(SET, order("2026-06-10T12:00", 350_00), order("2027-04-20T00:00", 1_000_00));
        assertThat(rank(tooLate, "2027-04-20T00:00")).isEqualTo(VIB);
        assertThat(rank(tooLate, "2028-04-19T23:59")).isEqualTo(VIB);
        assertThat(rank(tooLate, "2028-04-20T00:00")).isEqualTo(ROUGE);
    }

    @Test
    void what_comes_back_before_the_day_never_begins() {
        MetricChange bought = order("2026-06-10T12:00", 350_00);
        TierHistory before = history(SET, bought, returned("2027-04-19T23:59", "2026-06-10T12:00", 1));
        assertThat(rank(before, "2027-04-20T00:00")).isEqualTo(INSIDER);
        TierHistory after = history(SET, bought, returned("2027-04-20T00:00", "2026-06-10T12:00", 1));
        assertThat(after.at(at("2027-04-20T00:00").minusNanos(1)).orElseThrow().rank())
                .isEqualTo(INSIDER);
        assertThat(rank(after, "2027-04-20T00:00"))
                .as("and is taken back at once")
                .isEqualTo(INSIDER);
    }

    @Test
    void a_review_takes_away_at_the_end_and_leaves_rising_to_the_anniversary() {
        TierHistory history = history(SET, order("2026-06-10T12:00", 350_00), order("2028-06-10T12:00", 1_000_00));
        assertThat(rank(history, "2028-12-31T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2029-01-01T00:00")).as("kept, not raised").isEqualTo(VIB);
        assertThat(rank(history, "2029-04-19T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2029-04-20T00:00")).isEqualTo(ROUGE);
    }

    @Test
    void up_at_once_and_down_only_on_the_anniversary_of_the_tier() {
        TierSet set = Ladders.reviewed(
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL),
                Review.TIER_ANNIVERSARY);
        TierHistory history = history(set, order("2026-06-10T12:00", 350_00));
        assertThat(rank(history, "2026-06-10T12:00")).isEqualTo(VIB);
        assertThat(rank(history, "2027-06-09T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2027-06-10T00:00")).isEqualTo(INSIDER);
    }

    @Test
    void on_the_tiers_own_anniversary_the_present_tier_sets_the_day() {
        TierSet set = Ladders.rising(Ladders.beautyInsider(), Upgrade.TIER_ANNIVERSARY);
        TierHistory history = history(set, order("2026-06-10T12:00", 350_00), order("2029-06-10T12:00", 350_00));
        assertThat(rank(history, "2027-04-20T00:00")).as("a year as Insider").isEqualTo(VIB);
        assertThat(rank(history, "2029-01-01T00:00")).isEqualTo(INSIDER);
        assertThat(rank(history, "2029-12-31T23:59")).isEqualTo(INSIDER);
        assertThat(rank(history, "2030-01-01T00:00"))
                .as("a year as Insider again")
                .isEqualTo(VIB);
    }

    @Test
    void who_joined_on_a_leap_day_rises_on_28_february_in_common_years() {
        Instant leapDay = at("2024-02-29T10:00");
        TierHistory history = new TierHistory(TierHistory.replay(
                        SET, ZONE, leapDay, List.of(order("2024-05-01T12:00", 400_00)), at("2026-01-01T00:00"))
                .facts());
        assertThat(rank(history, "2025-02-27T23:59")).isEqualTo(INSIDER);
        assertThat(rank(history, "2025-02-28T00:00")).isEqualTo(VIB);
    }

    @Test
    void a_window_that_rolls_and_a_whole_life_are_judged_by_their_best_moment() {
        TierSet rolling = Ladders.rising(
                Ladders.with(Period.Kind.ROLLING, TierValidity.Kind.DURATION, Downgrade.FULL),
                Upgrade.JOIN_ANNIVERSARY);
        TierHistory history = history(
                rolling,
                order("2026-06-10T12:00", 200_00),
                order("2026-07-10T12:00", 150_00),
                order("2027-04-18T12:00", 1_00));
        assertThat(rank(history, "2027-04-19T23:59")).isEqualTo(INSIDER);
        assertThat(rank(history, "2027-04-20T00:00")).isEqualTo(VIB);
        TierSet life = Ladders.rising(
                Ladders.with(Period.Kind.LIFETIME, TierValidity.Kind.LIFETIME, Downgrade.FULL),
                Upgrade.JOIN_ANNIVERSARY);
        TierHistory always = history(life, order("2026-06-10T12:00", 200_00), order("2028-06-10T12:00", 150_00));
        assertThat(rank(always, "2029-04-19T23:59")).isEqualTo(INSIDER);
        assertThat(rank(always, "2029-04-20T00:00")).isEqualTo(VIB);
    }

    @Test
    void a_member_is_told_what_is_reached_and_when_it_begins() {
        MetricChange bought = order("2026-06-10T12:00", 1_000_00);
        TierMachine machine = TierHistory.replay(SET, ZONE, JOINED, List.of(bought), at("2026-12-01T00:00"));
        assertThat(machine.standingAt(at("2026-12-01T00:00")).rise())
                .contains(new TierRise(ROUGE, at("2027-04-20T00:00")));
        assertThat(machine.standingAt(at("2026-12-01T00:00")).nextRank())
                .as("nothing is missing for what is reached")
                .isEmpty();
        TierMachine half = TierHistory.replay(
                SET, ZONE, JOINED, List.of(order("2026-06-10T12:00", 400_00)), at("2026-12-01T00:00"));
        assertThat(half.standingAt(at("2026-12-01T00:00")).nextRank()).contains(ROUGE);
        assertThat(half.standingAt(at("2026-12-01T00:00")).missing()).isEqualTo(600_00);
        TierMachine returned = TierHistory.replay(
                SET,
                ZONE,
                JOINED,
                List.of(bought, returned("2026-07-01T12:00", "2026-06-10T12:00", 900_00)),
                at("2026-12-01T00:00"));
        assertThat(returned.standingAt(at("2026-12-01T00:00")).rise()).isEmpty();
        TierMachine next = TierHistory.replay(
                Ladders.rising(SET, Upgrade.NEXT_PERIOD), ZONE, JOINED, List.of(bought), at("2026-12-01T00:00"));
        assertThat(next.standingAt(at("2026-12-01T00:00")).rise())
                .contains(new TierRise(ROUGE, at("2027-01-01T00:00")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Upgrade.class,
            names = {"JOIN_ANNIVERSARY", "TIER_ANNIVERSARY"})
    void nobody_rises_on_another_day_and_any_way_to_cut_the_walk_leads_to_the_same(Upgrade upgrade) {
        Period.Kind[] periods = {
            Period.Kind.CALENDAR_YEAR, Period.Kind.CALENDAR_HALF, Period.Kind.ROLLING, Period.Kind.ANNIVERSARY
        };
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            TierSet set = Ladders.rising(
                    Ladders.with(
                            periods[random.nextInt(periods.length)],
                            random.nextBoolean() ? TierValidity.Kind.TO_END_OF_NEXT_PERIOD : TierValidity.Kind.DURATION,
                            random.nextBoolean() ? Downgrade.FULL : Downgrade.ONE_STEP),
                    upgrade);
            List<MetricChange> changes = changes(random);
            Collections.shuffle(changes, random);
            TierMachine whole = TierHistory.replay(set, ZONE, JOINED, changes, at("2032-01-01T00:00"));
            rises(new TierHistory(whole.facts()), upgrade, seed);
            List<MetricChange> sorted = TierHistory.net(changes);
            int cut = random.nextInt(sorted.size() + 1);
            TierMachine first = TierMachine.start(set, ZONE, JOINED);
            sorted.subList(0, cut).forEach(first::apply);
            TierMachine second = TierMachine.resume(set, ZONE, JOINED, first.state());
            sorted.subList(cut, sorted.size()).forEach(second::apply);
            second.advanceTo(at("2032-01-01T00:00"));
            assertThat(second.state()).as("seed " + seed).isEqualTo(whole.state());
        }
    }

    private static void rises(TierHistory history, Upgrade upgrade, long seed) {
        List<TierFact> changes = history.changesOfTier();
        for (int at = 1; at < changes.size(); at++) {
            LocalDateTime day = changes.get(at).from().atZone(ZONE).toLocalDateTime();
            if (changes.get(at).rank() > changes.get(at - 1).rank()) {
                assertThat(day.toLocalTime()).as("seed " + seed).isEqualTo(LocalTime.MIDNIGHT);
                if (upgrade == Upgrade.JOIN_ANNIVERSARY) {
                    assertThat(day.toLocalDate().getDayOfYear())
                            .as("seed " + seed)
                            .isEqualTo(LocalDate.of(day.getYear(), 4, 20).getDayOfYear());
                }
            }
        }
    }

    private static List<MetricChange> changes(Random random) {
        List<MetricChange> changes = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            int day = random.nextInt(5 * 365);
            String ordered = LocalDate.of(2026, 4, 21).plusDays(day) + "T12:" + (10 + number);
            long amount = 1 + random.nextInt(700_00);
            changes.add(order(ordered, amount));
            if (random.nextInt(4) == 0) {
                String back = LocalDate.of(2026, 4, 21).plusDays(day + random.nextInt(200)) + "T13:" + (10 + number);
                changes.add(returned(back, ordered, 1 + random.nextInt((int) amount)));
            }
        }
        return changes;
    }

    private static TierHistory history(TierSet set, MetricChange... changes) {
        return new TierHistory(TierHistory.replay(set, ZONE, JOINED, List.of(changes), at("2032-01-01T00:00"))
                .facts());
    }

    private static int rank(TierHistory history, String local) {
        return history.at(at(local)).orElseThrow().rank();
    }

    private static MetricChange order(String at, long amount) {
        return new MetricChange(at(at), at(at), "till", at, 0, amount, TierSet.METRIC);
    }

    private static MetricChange returned(String at, String orderedAt, long amount) {
        return new MetricChange(at(at), at(orderedAt), "till", orderedAt, 1, -amount, TierSet.METRIC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
