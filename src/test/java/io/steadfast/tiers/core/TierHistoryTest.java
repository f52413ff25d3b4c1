package io.steadfast.tiers.core;

import static io.steadfast.tiers.core.Ladders.beautyInsider;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.OnReturn;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.programs.core.TierSet.Upgrade;
import io.steadfast.programs.core.Transition;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TierHistoryTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");
    private static final int INSIDER = 0;
    private static final int VIB = 1;
    private static final int ROUGE = 2;

    @Test
    void a_cent_below_the_threshold_is_the_tier_below_and_the_threshold_itself_is_the_tier_at_that_instant() {
        Instant noon = at("2026-03-10T12:00");
        assertThat(rankAt(noon, beautyInsider(), order("2026-03-10T12:00", 349_99)))
                .isEqualTo(INSIDER);
        assertThat(rankAt(noon, beautyInsider(), order("2026-03-10T12:00", 350_00)))
                .isEqualTo(VIB);
        assertThat(rankAt(noon.minusNanos(1), beautyInsider(), order("2026-03-10T12:00", 350_01)))
                .isEqualTo(INSIDER);
        assertThat(rankAt(noon, beautyInsider(), order("2026-03-10T12:00", 999_99)))
                .isEqualTo(VIB);
        assertThat(rankAt(noon, beautyInsider(), order("2026-03-10T12:00", 1_000_00)))
                .isEqualTo(ROUGE);
    }

    @Test
    void status_reached_in_march_lasts_through_the_next_year() {
        TierMachine machine = replay(beautyInsider(), at("2026-04-01T00:00"), order("2026-03-10T12:00", 400_00));
        assertThat(machine.state().held().until()).contains(at("2028-01-01T00:00"));
    }

    @Test
    void after_the_term_the_tier_follows_the_last_years_spend() {
        MetricChange[] orders = {order("2026-05-01T10:00", 1_200_00), order("2027-06-01T10:00", 500_00)};
        TierHistory history = history(beautyInsider(), at("2029-06-01T00:00"), orders);
        assertThat(history.at(at("2027-12-31T23:59"))).map(TierFact::rank).contains(ROUGE);
        assertThat(history.at(at("2028-01-01T00:00"))).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(VIB);
            assertThat(fact.until()).contains(at("2029-01-01T00:00"));
        });
        assertThat(history.at(at("2029-01-01T00:00"))).map(TierFact::rank).contains(INSIDER);
    }

    @Test
    void a_threshold_reached_again_extends_the_tier_at_once() {
        TierMachine machine = replay(
                beautyInsider(),
                at("2027-07-01T00:00"),
                order("2026-05-01T10:00", 400_00),
                order("2027-06-01T10:00", 350_00));
        assertThat(machine.state().held().until()).contains(at("2029-01-01T00:00"));
    }

    @Test
    void a_return_below_the_threshold_takes_the_tier_back_at_its_own_instant() {
        MetricChange[] changes = {
            order("2026-03-10T12:00", 400_00), returned("2026-03-20T12:00", "2026-03-10T12:00", 50_01)
        };
        TierHistory history = history(beautyInsider(), at("2026-12-01T00:00"), changes);
        assertThat(history.at(at("2026-03-20T11:59"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(at("2026-03-20T12:00"))).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(INSIDER);
            assertThat(fact.cause()).isEqualTo(Cause.LOST_BY_RETURN);
        });
        MetricChange[] enough = {
            order("2026-03-10T12:00", 400_00), returned("2026-03-20T12:00", "2026-03-10T12:00", 50_00)
        };
        assertThat(history(beautyInsider(), at("2026-12-01T00:00"), enough).at(at("2026-03-20T12:00")))
                .map(TierFact::rank)
                .contains(VIB);
    }

    @Test
    void a_december_order_returned_in_january_lowers_decembers_year() {
        MetricChange[] changes = {
            order("2026-12-20T12:00", 400_00),
            order("2027-01-05T12:00", 340_00),
            returned("2027-01-10T12:00", "2026-12-20T12:00", 400_00)
        };
        TierHistory history = history(beautyInsider(), at("2027-02-01T00:00"), changes);
        assertThat(history.at(at("2027-01-09T00:00"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(at("2027-01-10T12:00"))).map(TierFact::rank).contains(INSIDER);
    }

    @Test
    void a_return_can_leave_the_tier_to_the_review() {
        TierSet patient = Ladders.onReturn(beautyInsider(), OnReturn.KEEP_UNTIL_REVIEW);
        MetricChange[] changes = {
            order("2026-03-10T12:00", 400_00), returned("2026-03-20T12:00", "2026-03-10T12:00", 400_00)
        };
        TierHistory history = history(patient, at("2029-01-01T00:00"), changes);
        assertThat(history.at(at("2027-12-31T23:59"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(at("2028-01-01T00:00"))).map(TierFact::rank).contains(INSIDER);
    }

    @Test
    void a_return_that_takes_rouge_leaves_the_tier_that_was_held_before() {
        MetricChange[] changes = {
            order("2026-03-10T12:00", 400_00),
            order("2026-04-10T12:00", 600_00),
            returned("2026-05-01T12:00", "2026-04-10T12:00", 600_00)
        };
        TierMachine machine = replay(beautyInsider(), at("2026-06-01T00:00"), changes);
        assertThat(machine.state().held().rank()).isEqualTo(VIB);
        assertThat(machine.state().held().until()).contains(at("2028-01-01T00:00"));
    }

    @Test
    void a_soft_landing_goes_down_one_step_for_a_whole_term() {
        TierSet soft =
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_NEXT_PERIOD, Downgrade.ONE_STEP);
        TierHistory history = history(soft, at("2031-01-01T00:00"), order("2026-05-01T10:00", 1_200_00));
        assertThat(history.at(at("2028-01-01T00:00"))).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(VIB);
            assertThat(fact.cause()).isEqualTo(Cause.SOFT_LANDING);
            assertThat(fact.until()).contains(at("2030-01-01T00:00"));
        });
        assertThat(history.at(at("2030-01-01T00:00"))).map(TierFact::rank).contains(INSIDER);
    }

    @Test
    void without_downgrade_a_tier_stays() {
        TierSet kept = Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.NONE);
        assertThat(rankAt(at("2040-01-01T00:00"), kept, order("2026-05-01T10:00", 1_200_00)))
                .isEqualTo(ROUGE);
    }

    @Test
    void in_the_grace_after_the_term_benefits_stay_and_can_be_earned_again() {
        TierSet graceful = Ladders.grace(beautyInsider(), 30, Upgrade.IMMEDIATE);
        MetricChange first = order("2026-05-01T10:00", 400_00);
        TierHistory lost = history(graceful, at("2028-06-01T00:00"), first);
        assertThat(lost.at(at("2028-01-30T23:59"))).map(TierFact::rank).contains(VIB);
        assertThat(lost.at(at("2028-01-31T00:00"))).map(TierFact::rank).contains(INSIDER);
        TierHistory kept = history(graceful, at("2028-06-01T00:00"), first, order("2028-01-20T10:00", 350_00));
        assertThat(kept.at(at("2028-01-31T00:00"))).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(VIB);
            assertThat(fact.until()).contains(at("2030-01-01T00:00"));
        });
    }

    @Test
    void an_upgrade_can_wait_for_the_next_period() {
        TierSet waiting = Ladders.grace(beautyInsider(), 0, Upgrade.NEXT_PERIOD);
        TierHistory history = history(waiting, at("2027-06-01T00:00"), order("2026-05-01T10:00", 400_00));
        assertThat(history.at(at("2026-12-31T23:59"))).map(TierFact::rank).contains(INSIDER);
        assertThat(history.at(at("2027-01-01T00:00"))).map(TierFact::rank).contains(VIB);
    }

    @Test
    void a_rolling_window_forgets_day_by_day() {
        TierSet rolling = Ladders.with(Period.Kind.ROLLING, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL);
        TierHistory history = history(
                rolling, at("2028-01-01T00:00"), order("2026-03-10T12:00", 200_00), order("2026-08-10T12:00", 150_00));
        assertThat(history.at(at("2026-08-10T12:00"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(at("2027-08-09T23:59"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(at("2027-08-10T00:00"))).map(TierFact::rank).contains(INSIDER);
        assertThat(rankAt(
                        at("2027-03-10T12:00"),
                        rolling,
                        order("2026-03-10T12:00", 200_00),
                        order("2027-03-10T12:00", 150_00)))
                .isEqualTo(INSIDER);
        assertThat(rankAt(
                        at("2027-03-09T12:00"),
                        rolling,
                        order("2026-03-10T12:00", 200_00),
                        order("2027-03-09T12:00", 150_00)))
                .isEqualTo(VIB);
    }

    @Test
    void an_anniversary_year_of_a_leap_day_turns_on_28_february_in_common_years() {
        TierSet anniversary = Ladders.with(Period.Kind.ANNIVERSARY, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL);
        Instant leapDay = at("2024-02-29T10:00");
        List<MetricChange> orders = List.of(order("2025-02-27T12:00", 200_00), order("2025-02-28T12:00", 200_00));
        TierMachine machine = TierHistory.replay(anniversary, ZONE, leapDay, orders, at("2025-03-01T00:00"));
        assertThat(machine.state().held().rank()).isEqualTo(INSIDER);
        List<MetricChange> sameYear = List.of(order("2025-02-28T12:00", 200_00), order("2026-02-27T12:00", 200_00));
        TierMachine reached = TierHistory.replay(anniversary, ZONE, leapDay, sameYear, at("2026-02-27T12:00"));
        assertThat(reached.state().held().rank()).isEqualTo(VIB);
        assertThat(reached.state().held().until()).contains(at("2026-02-28T00:00"));
    }

    @Test
    void a_lifetime_metric_never_falls_by_time() {
        TierSet lifetime = Ladders.with(Period.Kind.LIFETIME, TierValidity.Kind.LIFETIME, Downgrade.FULL);
        assertThat(rankAt(
                        at("2046-01-01T00:00"),
                        lifetime,
                        order("2026-03-10T12:00", 200_00),
                        order("2029-03-10T12:00", 150_00)))
                .isEqualTo(VIB);
    }

    @Test
    void the_year_ends_at_midnight_in_the_programs_zone() {
        MetricChange lastMinute = order("2026-12-31T23:59", 200_00);
        MetricChange firstMinute = order("2027-01-01T00:00", 200_00);
        assertThat(rankAt(at("2027-01-02T00:00"), beautyInsider(), lastMinute, firstMinute))
                .isEqualTo(INSIDER);
    }

    @Test
    void a_manual_tier_raises_for_its_time_and_stops_no_rise() {
        Instant now = at("2027-01-01T00:00");
        List<TierFact> earned = replay(beautyInsider(), now, order("2026-06-01T12:00", 1_000_00))
                .facts();
        ManualTier manual = new ManualTier(VIB, at("2026-02-01T00:00"), at("2026-09-01T00:00"), "goodwill");
        TierHistory history = TierHistory.of(earned, List.of(manual), now);
        assertThat(history.at(at("2026-01-31T23:59"))).map(TierFact::rank).contains(INSIDER);
        assertThat(history.at(at("2026-02-01T00:00"))).map(TierFact::cause).contains(Cause.SET_BY_STAFF);
        assertThat(history.at(at("2026-06-01T12:00"))).map(TierFact::rank).contains(ROUGE);
        assertThat(history.at(at("2026-09-01T00:00"))).map(TierFact::rank).contains(ROUGE);
        ManualTier alone = new ManualTier(ROUGE, at("2026-02-01T00:00"), at("2026-03-01T00:00"), "goodwill");
        TierHistory ended = TierHistory.of(earned, List.of(alone), now);
        assertThat(ended.at(at("2026-03-01T00:00"))).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(INSIDER);
            assertThat(fact.cause()).isEqualTo(Cause.STAFF_TIER_ENDED);
        });
    }

    @Test
    void progress_names_the_next_tier_and_what_is_missing() {
        TierMachine machine = replay(beautyInsider(), at("2026-04-01T00:00"), order("2026-03-10T12:00", 711_50));
        TierStanding standing = machine.standingAt(at("2026-04-01T00:00"));
        assertThat(standing.rank()).isEqualTo(VIB);
        assertThat(standing.nextRank()).contains(ROUGE);
        assertThat(standing.missing()).isEqualTo(288_50);
    }

    @Test
    void a_new_version_judges_what_comes_and_keeps_what_stands_or_reviews_it() {
        TierSet dearer = Ladders.thresholds(beautyInsider(), 500_00, 2_000_00);
        MetricChange[] orders = {order("2026-03-10T12:00", 400_00), order("2026-09-10T12:00", 50_00)};
        Instant switched = at("2026-06-01T00:00");
        Instant now = at("2026-12-01T00:00");
        TierRules first = new TierRules(1, JOINED, beautyInsider(), Transition.Tiers.GRANDFATHER);
        TierRules kept = new TierRules(2, switched, dearer, Transition.Tiers.GRANDFATHER);
        TierMachine grandfathered = new TierCourse(List.of(first, kept), ZONE).replay(JOINED, List.of(orders), now);
        assertThat(grandfathered.state().held().rank()).isEqualTo(VIB);
        TierRules reviewed = new TierRules(2, switched, dearer, Transition.Tiers.REVIEW);
        List<TierFact> facts = new TierCourse(List.of(first, reviewed), ZONE)
                .replay(JOINED, List.of(orders), now)
                .facts();
        TierHistory history = new TierHistory(facts);
        assertThat(history.at(at("2026-05-31T23:59"))).map(TierFact::rank).contains(VIB);
        assertThat(history.at(switched)).hasValueSatisfying(fact -> {
            assertThat(fact.rank()).isEqualTo(INSIDER);
            assertThat(fact.cause()).isEqualTo(Cause.RULES_CHANGED);
        });
    }

    @Test
    void a_late_order_adds_facts_that_make_the_written_history_say_the_new_truth() {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        Random random = new Random(seed);
        Instant now = at("2030-01-01T00:00");
        for (int schedule = 0; schedule < 1_000; schedule++) {
            TierSet set = anySet(random);
            List<MetricChange> arriving = anyChanges(random);
            Collections.shuffle(arriving, random);
            List<TierFact> written = new ArrayList<>();
            for (int arrived = 1; arrived <= arriving.size(); arrived++) {
                List<TierFact> truth = TierHistory.replay(set, ZONE, JOINED, arriving.subList(0, arrived), now)
                        .facts();
                written.addAll(new TierHistory(truth).additionsTo(written));
                assertThat(new TierHistory(truth).additionsTo(written))
                        .as("seed %d, schedule %d", seed, schedule)
                        .isEmpty();
            }
        }
    }

    /** What domain 53b promises: history is a function of what happened, not of how it arrived or when a job ran. */
    @Test
    void history_is_the_same_in_any_arrival_order_and_however_often_the_job_ran() {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int schedule = 0; schedule < 2_000; schedule++) {
            TierSet set = anySet(random);
            List<MetricChange> changes = anyChanges(random);
            Instant now = at("2030-01-01T00:00");
            List<TierFact> whole =
                    TierHistory.replay(set, ZONE, JOINED, changes, now).facts();
            List<MetricChange> shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, random);
            assertThat(TierHistory.replay(set, ZONE, JOINED, shuffled, now).facts())
                    .as("seed %d, schedule %d", seed, schedule)
                    .isEqualTo(whole);
            assertThat(steppedThrough(set, changes, now, random))
                    .as("seed %d, schedule %d, resumed: %s", seed, schedule, changes)
                    .isEqualTo(whole);
            assertOneTierAtEveryInstant(whole);
        }
    }

    private static void assertOneTierAtEveryInstant(List<TierFact> facts) {
        assertThat(facts).isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        assertThat(facts.get(0).from()).isEqualTo(JOINED);
    }

    private static List<TierFact> steppedThrough(TierSet set, List<MetricChange> changes, Instant now, Random random) {
        TierMachine machine = TierMachine.start(set, ZONE, JOINED);
        List<TierFact> facts = new ArrayList<>(machine.facts());
        List<MetricChange> sorted = changes.stream().sorted().toList();
        for (MetricChange change : sorted) {
            machine = TierMachine.resume(set, ZONE, JOINED, machine.state());
            if (random.nextBoolean()) {
                machine.advanceTo(change.at().minusSeconds(random.nextInt(86_400)));
            }
            machine.apply(change);
            facts.addAll(machine.facts());
        }
        machine = TierMachine.resume(set, ZONE, JOINED, machine.state());
        machine.advanceTo(now);
        facts.addAll(machine.facts());
        return facts;
    }

    private static TierSet anySet(Random random) {
        List<Period.Kind> periods = Arrays.asList(Period.Kind.values());
        Period.Kind period = periods.get(random.nextInt(periods.size()));
        TierValidity.Kind validity = period == Period.Kind.LIFETIME || period == Period.Kind.SINCE_TIER_START
                ? TierValidity.Kind.LIFETIME
                : List.of(
                                TierValidity.Kind.TO_END_OF_PERIOD,
                                TierValidity.Kind.TO_END_OF_NEXT_PERIOD,
                                TierValidity.Kind.DURATION)
                        .get(random.nextInt(3));
        Downgrade downgrade = Downgrade.values()[random.nextInt(Downgrade.values().length)];
        TierSet set = Ladders.with(period, validity, downgrade);
        return random.nextBoolean() ? set : Ladders.onReturn(set, OnReturn.KEEP_UNTIL_REVIEW);
    }

    private static List<MetricChange> anyChanges(Random random) {
        List<MetricChange> changes = new ArrayList<>();
        int orders = 1 + random.nextInt(12);
        for (int number = 0; number < orders; number++) {
            Instant at = JOINED.plusSeconds(3_600L * random.nextInt(24 * 1_200));
            long amount = random.nextInt(700_00);
            changes.add(new MetricChange(at, at, "till", "R" + number, 0, amount, TierSet.METRIC));
            if (amount > 0 && random.nextInt(3) == 0) {
                Instant back = at.plusSeconds(3_600L * random.nextInt(24 * 60));
                long part = 1 + (long) random.nextInt((int) amount);
                changes.add(new MetricChange(back, at, "till", "R" + number, 1, -part, TierSet.METRIC));
            }
        }
        return changes;
    }

    private static int rankAt(Instant now, TierSet set, MetricChange... changes) {
        return replay(set, now, changes).state().held().rank();
    }

    private static TierMachine replay(TierSet set, Instant now, MetricChange... changes) {
        return TierHistory.replay(set, ZONE, JOINED, List.of(changes), now);
    }

    private static TierHistory history(TierSet set, Instant now, MetricChange... changes) {
        return new TierHistory(replay(set, now, changes).facts());
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
