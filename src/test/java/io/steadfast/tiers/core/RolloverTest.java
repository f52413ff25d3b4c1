package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.OnReturn;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.programs.core.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies above the highest tier that a period reaches comes over into the next one (domain 35). */
class RolloverTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");
    private static final long MOST = 200_00;
    private static final int INSIDER = 0;
    private static final int VIB = 1;

    /** VIB takes 350.00 and Rouge 1,000.00 a calendar year; at most 200.00 come over. */
    private static final TierSet SET = Ladders.carrying(
            Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL), MOST);

    @ParameterizedTest
    @CsvSource({
        "34999, 0",
        "35000, 0",
        "35001, 1",
        "54999, 19999",
        "55000, 20000",
        "55001, 20000",
        "99999, 20000",
        "100000, 0",
        "100001, 1",
        "500000, 20000"
    })
    void what_is_above_the_tier_reached_comes_over_up_to_the_cap(long spent, long carried) {
        assertThat(over("2027-01-01T00:00", order("2026-03-10T12:00", spent)).carried())
                .isEqualTo(carried);
        assertThat(over("2026-12-31T23:59", order("2026-03-10T12:00", spent)).next())
                .isEqualTo(carried);
        assertThat(over("2026-12-31T23:59", order("2026-03-10T12:00", spent)).carried())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"14999, 0", "15000, 1", "15001, 1"})
    void what_came_over_counts_towards_the_tier_of_the_next_period_and_no_further(long more, int rank) {
        MetricChange[] changes = {order("2026-03-10T12:00", 600_00), order("2027-02-01T12:00", more)};
        TierMachine machine = machine(SET, "2027-03-01T00:00", changes);
        assertThat(machine.standingAt(at("2027-03-01T00:00")).metric()).isEqualTo(200_00 + more);
        assertThat(machine.standingAt(at("2027-03-01T00:00")).rank()).isEqualTo(rank);
        assertThat(machine.standingAt(at("2027-03-01T00:00")).missing())
                .isEqualTo(rank == VIB ? 1_000_00 - 200_00 - more : 350_00 - 200_00 - more);
        assertThat(over("2028-01-01T00:00", changes).carried()).isEqualTo(Math.max(0, more - 150_00));
        assertThat(over("2029-01-01T00:00", changes).carried()).isZero();
    }

    @Test
    void what_came_over_can_keep_a_tier_at_the_turn_of_the_period_by_itself() {
        TierSet generous = Ladders.carrying(SET, 400_00);
        TierHistory history = new TierHistory(machine(generous, "2029-01-01T00:00", order("2026-03-10T12:00", 720_00))
                .facts());
        assertThat(rank(history, "2027-01-01T00:00")).isEqualTo(VIB);
        assertThat(rank(history, "2027-12-31T23:59")).isEqualTo(VIB);
        assertThat(rank(history, "2028-01-01T00:00")).isEqualTo(INSIDER);
    }

    @Test
    void a_return_of_an_earlier_periods_purchase_lowers_what_came_over_from_then_on() {
        MetricChange[] changes = {
            order("2026-03-10T12:00", 350_00),
            order("2026-04-10T12:00", 180_00),
            order("2027-01-15T12:00", 200_00),
            returned("2027-02-01T12:00", "2026-04-10T12:00", 30_01)
        };
        assertThat(over("2027-01-31T00:00", before(changes)).carried()).isEqualTo(180_00);
        assertThat(over("2027-02-02T00:00", changes).carried()).isEqualTo(149_99);
        TierHistory history =
                new TierHistory(machine(SET, "2027-06-01T00:00", changes).facts());
        assertThat(rank(history, "2027-01-15T12:00")).isEqualTo(VIB);
        assertThat(rank(history, "2027-02-01T11:59")).isEqualTo(VIB);
        assertThat(rank(history, "2027-02-01T12:00")).as("349.99 are left").isEqualTo(INSIDER);
    }

    @Test
    void a_return_leaves_alone_what_came_over_where_it_waits_for_the_review() {
        TierSet patient = Ladders.onReturn(SET, OnReturn.KEEP_UNTIL_REVIEW);
        MetricChange[] changes = {
            order("2026-03-10T12:00", 530_00),
            returned("2026-12-31T23:59", "2026-03-10T12:00", 30_00),
            returned("2027-01-01T00:00", "2026-03-10T12:00", 100_00)
        };
        assertThat(over(patient, "2027-06-01T00:00", changes).carried())
                .as("what came back before the end isn't there to come over")
                .isEqualTo(150_00);
        assertThat(over("2027-06-01T00:00", changes).carried()).isEqualTo(50_00);
    }

    @Test
    void a_late_order_of_the_closed_period_raises_what_came_over() {
        MetricChange late = order("2026-12-30T12:00", 60_00);
        assertThat(over("2027-02-01T00:00", order("2026-03-10T12:00", 400_00), late)
                        .carried())
                .isEqualTo(110_00);
    }

    @Test
    void a_later_version_changes_nothing_of_what_has_come_over() {
        TierRules first = new TierRules(1, Instant.MIN, SET, Transition.Tiers.GRANDFATHER);
        for (TierSet second : List.of(
                Ladders.thresholds(SET, 450_00, 2_000_00), Ladders.carrying(SET, 10_00), Ladders.without(SET))) {
            TierRules later = new TierRules(2, at("2027-03-01T00:00"), second, Transition.Tiers.GRANDFATHER);
            TierCourse course = new TierCourse(List.of(first, later), ZONE);
            List<MetricChange> changes = List.of(order("2026-03-10T12:00", 500_00), order("2027-02-01T12:00", 360_00));
            TierMachine machine = course.replay(JOINED, changes, at("2027-06-01T00:00"));
            assertThat(machine.state().metric().carriedInto(calendar(second), at("2027-06-01T00:00")))
                    .isEqualTo(150_00);
            long next =
                    second.rollover().isEmpty() ? 0 : second.rollover().get().most() == 10_00 ? 10_00 : 60_00;
            machine.advanceTo(at("2028-06-01T00:00"));
            assertThat(machine.state().metric().carriedInto(calendar(second), at("2028-06-01T00:00")))
                    .as("by the version that stood when 2027 ended")
                    .isEqualTo(next);
        }
    }

    /** Against the rule said in the plainest way, whatever the order of arrival and however the walk is cut. */
    @Test
    void what_comes_over_is_what_the_rule_says_in_any_order_of_arrival() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            TierSet set = random.nextBoolean() ? SET : Ladders.onReturn(SET, OnReturn.KEEP_UNTIL_REVIEW);
            List<MetricChange> changes = changes(random);
            Collections.shuffle(changes, random);
            TierMachine whole = TierHistory.replay(set, ZONE, JOINED, changes, at("2031-06-01T00:00"));
            for (int year = 2027; year <= 2031; year++) {
                assertThat(whole.state().metric().carriedInto(calendar(set), at(year + "-06-01T00:00")))
                        .as("seed " + seed + ", " + year)
                        .isEqualTo(plain(changes, year, set.onReturn()));
            }
            List<MetricChange> sorted = TierHistory.net(changes);
            int cut = random.nextInt(sorted.size() + 1);
            TierMachine first = TierMachine.start(set, ZONE, JOINED);
            sorted.subList(0, cut).forEach(first::apply);
            TierMachine second = TierMachine.resume(set, ZONE, JOINED, first.state());
            sorted.subList(cut, sorted.size()).forEach(second::apply);
            second.advanceTo(at("2031-06-01T00:00"));
            assertThat(second.state()).as("seed " + seed).isEqualTo(whole.state());
        }
    }

    private static List<MetricChange> changes(Random random) {
        List<MetricChange> changes = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            int day = 5 + random.nextInt(5 * 365 - 10);
            String ordered = LocalDate.of(2026, 1, 1).plusDays(day) + "T12:" + (10 + number);
            long amount = 1 + random.nextInt(700_00);
            changes.add(order(ordered, amount));
            if (random.nextInt(3) == 0) {
                String back = LocalDate.of(2026, 1, 1).plusDays(day + random.nextInt(500)) + "T13:" + (10 + number);
                changes.add(returned(back, ordered, 1 + random.nextInt((int) amount)));
            }
        }
        changes.removeIf(change -> change.at().isAfter(at("2031-06-01T00:00")));
        return changes;
    }

    /** Year by year: what it holds with what came over, less the highest threshold it reaches, at most the cap. */
    private static long plain(List<MetricChange> changes, int into, OnReturn onReturn) {
        long over = 0;
        for (int year = 2026; year < into; year++) {
            long held = over;
            for (MetricChange change : changes) {
                boolean counts = change.countsAt().atZone(ZONE).getYear() == year;
                boolean tooLate = onReturn == OnReturn.KEEP_UNTIL_REVIEW
                        && change.delta() < 0
                        && change.at().atZone(ZONE).getYear() > year;
                held += counts && !tooLate ? change.delta() : 0;
            }
            long reached = held >= 1_000_00 ? 1_000_00 : held >= 350_00 ? 350_00 : held;
            over = Math.min(MOST, held - reached);
        }
        return over;
    }

    private static MetricChange[] before(MetricChange... changes) {
        return Arrays.copyOf(changes, changes.length - 1);
    }

    private static TierOver over(String now, MetricChange... changes) {
        return over(SET, now, changes);
    }

    private static TierOver over(TierSet set, String now, MetricChange... changes) {
        return machine(set, now, changes).standingAt(at(now)).over().orElseThrow();
    }

    private static TierMachine machine(TierSet set, String now, MetricChange... changes) {
        return TierHistory.replay(set, ZONE, JOINED, List.of(changes), at(now));
    }

    private static TierCalendar calendar(TierSet set) {
        return new TierCalendar(set, ZONE, JOINED);
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
