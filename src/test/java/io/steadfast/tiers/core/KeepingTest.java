package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Metric.Kind;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tier that is kept by so many of several goals (domain 34). */
class KeepingTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");
    private static final String ORDERS = "orders";

    /** VIB of 2026 is valid through 2027; in 2027 it takes 200.00 or more, and 4 orders or more, or one of both. */
    private static TierSet needing(int need) {
        return Ladders.kept(
                Ladders.beautyInsider(), need, Ladders.goal(Kind.SPEND, 200_00), Ladders.goal(Kind.ORDERS, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 19999, 3, 0",
        "1, 20000, 3, 1",
        "1, 20001, 1, 1",
        "1, 19999, 4, 1",
        "2, 20000, 3, 0",
        "2, 19999, 4, 0",
        "2, 20000, 4, 1",
        "2, 20001, 5, 1",
        "2, 35000, 1, 1"
    })
    void staying_takes_so_many_of_the_goals_or_the_threshold_once_more(int need, long spend, int orders, int rank) {
        TierHistory history = history(needing(need), year(2027, spend, orders));
        assertThat(rank(history, "2027-12-31T23:59")).isEqualTo(1);
        assertThat(rank(history, "2028-01-01T00:00")).isEqualTo(rank);
        assertThat(rank(history, "2029-01-01T00:00")).isZero();
    }

    @Test
    void a_goal_that_is_met_prolongs_the_tier_at_once() {
        TierHistory history = history(needing(1), year(2027, 40_00, 4));
        assertThat(history.facts())
                .filteredOn(fact -> fact.cause() == Cause.KEPT)
                .extracting(TierFact::from, TierFact::until)
                .containsExactly(tuple(at("2027-05-04T12:00"), Optional.of(at("2029-01-01T00:00"))));
    }

    @Test
    void goals_let_nobody_in() {
        TierHistory history = history(needing(1), List.of(order("2026-05-01T12:00", 349_99)), counted(2026, 9));
        assertThat(rank(history, "2026-12-31T12:00")).isZero();
    }

    @Test
    void a_return_takes_a_tier_that_was_kept_by_orders_only_below_their_number() {
        for (int back : new int[] {0, 1}) {
            List<MetricChange> changes = year(2027, 50_00, 5);
            for (int number = 0; number <= back; number++) {
                String ordered = "2027-05-0" + (number + 1) + "T12:00";
                changes.add(new MetricChange(
                        at("2028-02-0" + (number + 1) + "T12:00"), at(ordered), "till", ordered, 1, -1, ORDERS));
            }
            TierHistory history = history(needing(1), changes);
            assertThat(rank(history, "2028-02-03T12:00")).isEqualTo(back == 0 ? 1 : 0);
        }
    }

    @Test
    void the_way_to_another_term_is_told_goal_by_goal() {
        TierMachine machine =
                TierHistory.replay(needing(2), ZONE, JOINED, with(year(2027, 120_00, 3)), at("2027-06-01T00:00"));
        assertThat(machine.standingAt(at("2027-06-01T00:00")).keep()).hasValueSatisfying(keep -> {
            assertThat(keep.need()).isEqualTo(2);
            assertThat(keep.goals())
                    .extracting(TierKeep.Goal::metric, TierKeep.Goal::current, TierKeep.Goal::threshold)
                    .containsExactly(tuple(Kind.SPEND, 120_00L, 200_00L), tuple(Kind.ORDERS, 3L, 4L));
        });
        assertThat(machine.standingAt(at("2027-06-01T00:00")).missing()).isEqualTo(1_000_00 - 120_00);
    }

    @Test
    void who_is_in_the_base_tier_or_keeps_it_for_life_has_nothing_to_meet() {
        TierMachine base = TierHistory.replay(needing(1), ZONE, JOINED, List.of(), at("2027-06-01T00:00"));
        assertThat(base.standingAt(at("2027-06-01T00:00")).keep()).isEmpty();
        TierSet forLife = Ladders.with(
                TierSet.Period.Kind.CALENDAR_YEAR,
                TierSet.TierValidity.Kind.TO_END_OF_NEXT_PERIOD,
                TierSet.Downgrade.NONE);
        TierMachine never = TierHistory.replay(forLife, ZONE, JOINED, with(List.of()), at("2027-06-01T00:00"));
        assertThat(never.standingAt(at("2027-06-01T00:00")).rank()).isEqualTo(1);
        assertThat(never.standingAt(at("2027-06-01T00:00")).keep()).isEmpty();
    }

    /** In any order of arrival, in one walk or many, against the rule said in the plainest way. */
    @Test
    void whatever_order_changes_arrive_in_the_tier_is_the_one_the_rule_says() {
        for (long seed = 1; seed <= 400; seed++) {
            Random random = new Random(seed);
            int need = 1 + random.nextInt(2);
            long spend = random.nextInt(360_00);
            int orders = random.nextInt(7);
            List<MetricChange> changes = new ArrayList<>(with(year(2027, spend, orders)));
            Collections.shuffle(changes, random);
            int met = (spend >= 200_00 && orders > 0 ? 1 : 0) + (orders >= 4 ? 1 : 0);
            boolean kept = met >= need || orders > 0 && spend >= 350_00;
            TierMachine whole = TierHistory.replay(needing(need), ZONE, JOINED, changes, at("2028-06-01T00:00"));
            assertThat(rank(new TierHistory(whole.facts()), "2028-01-01T00:00"))
                    .as("seed " + seed)
                    .isEqualTo(kept ? 1 : 0);
            TierMachine first = TierMachine.start(needing(need), ZONE, JOINED);
            List<MetricChange> sorted = TierHistory.net(changes);
            int cut = random.nextInt(sorted.size());
            sorted.subList(0, cut).forEach(first::apply);
            TierMachine second = TierMachine.resume(needing(need), ZONE, JOINED, first.state());
            sorted.subList(cut, sorted.size()).forEach(second::apply);
            second.advanceTo(at("2028-06-01T00:00"));
            assertThat(second.state()).as("seed " + seed).isEqualTo(whole.state());
        }
    }

    private static List<MetricChange> year(int year, long spend, int orders) {
        List<MetricChange> changes = new ArrayList<>(counted(year, orders));
        if (orders > 0 && spend != 0) {
            changes.add(order(year + "-05-01T12:00", spend));
        }
        return changes;
    }

    private static List<MetricChange> counted(int year, int orders) {
        List<MetricChange> changes = new ArrayList<>();
        for (int number = 1; number <= orders; number++) {
            String at = year + "-05-0" + number + "T12:00";
            changes.add(new MetricChange(at(at), at(at), "till", at, 0, 1, ORDERS));
        }
        return changes;
    }

    /** After VIB was reached in March 2026. */
    private static List<MetricChange> with(List<MetricChange> changes) {
        List<MetricChange> all = new ArrayList<>(changes);
        all.add(order("2026-03-10T12:00", 350_00));
        return all;
    }

    private static TierHistory history(TierSet set, List<MetricChange> changes) {
        return new TierHistory(TierHistory.replay(set, ZONE, JOINED, with(changes), at("2030-01-01T00:00"))
                .facts());
    }

    private static TierHistory history(TierSet set, List<MetricChange> changes, List<MetricChange> more) {
        List<MetricChange> all = new ArrayList<>(changes);
        all.addAll(more);
        return new TierHistory(TierHistory.replay(set, ZONE, JOINED, all, at("2027-01-01T00:00"))
                .facts());
    }

    private static int rank(TierHistory history, String local) {
        return history.at(at(local)).orElseThrow().rank();
    }

    private static MetricChange order(String at, long amount) {
        return new MetricChange(at(at), at(at), "till", at, 0, amount, TierSet.METRIC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
