package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.programs.core.Transition;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Versions that judge otherwise: from their first instant, whether a job ran or not. */
class TierCourseTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");
    private static final Instant SWITCHED = at("2026-06-01T00:00");
    private static final int VIB = 1;

    @Test
    void a_member_is_judged_by_a_new_version_from_its_first_instant_before_any_job_ran() {
        TierRules dearer = rules(2, SWITCHED, thresholds(500_00, 2_000_00), Transition.Tiers.REVIEW);
        Books books = new Books(new TierCourse(List.of(first(), dearer), ZONE));
        books.arrives(order("2026-03-10T12:00", 400_00), at("2026-03-10T12:00"));
        assertThat(books.rankAt(SWITCHED.minusNanos(1))).isEqualTo(VIB);
        assertThat(books.rankAt(SWITCHED)).isZero();
        books.job(SWITCHED);
        assertThat(books.rankAt(SWITCHED.minusNanos(1))).isEqualTo(VIB);
        assertThat(books.rankAt(SWITCHED)).isZero();
        assertThat(books.history().at(SWITCHED)).map(TierFact::cause).contains(Cause.RULES_CHANGED);
    }

    @Test
    void a_lower_threshold_lets_members_rise_at_once_where_tiers_are_judged_again() {
        TierSet cheaper = thresholds(300_00, 900_00);
        for (Transition.Tiers standing : Transition.Tiers.values()) {
            Books books = new Books(new TierCourse(List.of(first(), rules(2, SWITCHED, cheaper, standing)), ZONE));
            books.arrives(order("2026-03-10T12:00", 320_00), at("2026-03-10T12:00"));
            assertThat(books.rankAt(SWITCHED)).isEqualTo(standing == Transition.Tiers.REVIEW ? VIB : 0);
        }
    }

    @Test
    void a_grandfathered_tier_stays_to_its_end_and_is_then_judged_by_the_new_version() {
        TierRules dearer = rules(2, SWITCHED, thresholds(500_00, 2_000_00), Transition.Tiers.GRANDFATHER);
        Books books = new Books(new TierCourse(List.of(first(), dearer), ZONE));
        books.arrives(order("2026-03-10T12:00", 400_00), at("2026-03-10T12:00"));
        books.arrives(order("2027-03-10T12:00", 400_00), at("2027-03-10T12:00"));
        assertThat(books.rankAt(at("2027-12-31T23:59"))).isEqualTo(VIB);
        assertThat(books.rankAt(at("2028-01-01T00:00"))).isZero();
    }

    @Test
    void an_order_from_before_a_version_is_judged_by_the_ladder_of_its_own_date_when_it_comes_in_late() {
        TierRules dearer = rules(2, SWITCHED, thresholds(500_00, 2_000_00), Transition.Tiers.GRANDFATHER);
        Books books = new Books(new TierCourse(List.of(first(), dearer), ZONE));
        books.arrives(order("2026-03-10T12:00", 200_00), at("2026-03-10T12:00"));
        books.job(SWITCHED);
        books.arrives(order("2026-05-10T12:00", 150_00), at("2026-06-10T12:00"));
        assertThat(books.rankAt(at("2026-05-10T12:00"))).isEqualTo(VIB);
        assertThat(books.rankAt(at("2026-06-10T12:00"))).isEqualTo(VIB);
        Books after = new Books(new TierCourse(List.of(first(), dearer), ZONE));
        after.arrives(order("2026-03-10T12:00", 200_00), at("2026-03-10T12:00"));
        after.arrives(order("2026-06-10T12:00", 150_00), at("2026-06-10T12:00"));
        assertThat(after.rankAt(at("2026-06-10T12:00"))).isZero();
    }

    @Test
    void a_version_that_changes_nothing_about_who_deserves_what_judges_nobody_again() {
        TierSet soft =
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_NEXT_PERIOD, Downgrade.ONE_STEP);
        TierRules first = rules(1, JOINED, soft, Transition.Tiers.REVIEW);
        TierRules same = rules(2, at("2028-06-01T00:00"), soft, Transition.Tiers.REVIEW);
        TierCourse course = new TierCourse(List.of(first, same), ZONE);
        assertThat(course.rules()).containsExactly(first);
        Books books = new Books(course);
        books.arrives(order("2026-05-01T10:00", 1_200_00), at("2026-05-01T10:00"));
        assertThat(books.rankAt(at("2028-06-01T00:00"))).as("a soft landing").isEqualTo(VIB);
    }

    @Test
    void what_counted_in_another_unit_counts_no_longer_and_takes_no_tier() {
        TierRules orders = rules(
                2,
                SWITCHED,
                Ladders.counting(thresholds(3, 10), TierSet.Metric.Kind.ORDERS),
                Transition.Tiers.GRANDFATHER);
        Books books = new Books(new TierCourse(List.of(first(), orders), ZONE));
        books.arrives(order("2026-03-10T12:00", 400_00), at("2026-03-10T12:00"));
        books.arrives(order("2026-07-01T12:00", 1), at("2026-07-01T12:00"));
        books.arrives(order("2026-07-02T12:00", 1), at("2026-07-02T12:00"));
        assertThat(books.rankAt(at("2026-07-02T12:00")))
                .as("cents aren't orders")
                .isEqualTo(VIB);
        books.arrives(
                new MetricChange(
                        at("2026-08-01T12:00"),
                        at("2026-03-10T12:00"),
                        "till",
                        "2026-03-10T12:00",
                        1,
                        -400_00,
                        TierSet.METRIC),
                at("2026-08-01T12:00"));
        assertThat(books.rankAt(at("2026-08-01T12:00"))).isEqualTo(VIB);
        assertThat(books.metricAt(at("2026-08-01T12:00"))).isEqualTo(2);
    }

    @Test
    void where_what_earned_a_tier_cant_be_looked_up_nobody_falls_for_want_of_it() {
        TierSet orders = Ladders.counting(thresholds(3, 10), TierSet.Metric.Kind.ORDERS);
        TierSet anew = Ladders.with(Period.Kind.SINCE_TIER_START, TierValidity.Kind.LIFETIME, Downgrade.FULL);
        List<TierCourse> courses = List.of(
                new TierCourse(List.of(first(), rules(2, SWITCHED, orders, Transition.Tiers.REVIEW)), ZONE),
                new TierCourse(
                        List.of(
                                rules(1, JOINED, anew, Transition.Tiers.REVIEW),
                                rules(
                                        2,
                                        SWITCHED,
                                        Ladders.thresholds(anew, 350_00, 2_000_00),
                                        Transition.Tiers.REVIEW)),
                        ZONE));
        for (TierCourse course : courses) {
            Books books = new Books(course);
            books.arrives(order("2026-03-10T12:00", 400_00), at("2026-03-10T12:00"));
            assertThat(books.rankAt(SWITCHED)).isEqualTo(VIB);
        }
    }

    @Test
    void a_kept_tier_whose_period_was_changed_isnt_taken_by_a_return_that_leaves_enough() {
        TierSet monthly = Ladders.with(Period.Kind.CALENDAR_MONTH, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL);
        Books books = new Books(
                new TierCourse(List.of(first(), rules(2, SWITCHED, monthly, Transition.Tiers.GRANDFATHER)), ZONE));
        books.arrives(order("2026-02-10T12:00", 300_00), at("2026-02-10T12:00"));
        books.arrives(order("2026-03-10T12:00", 300_00), at("2026-03-10T12:00"));
        books.arrives(
                new MetricChange(
                        at("2026-06-10T12:00"),
                        at("2026-03-10T12:00"),
                        "till",
                        "2026-03-10T12:00",
                        1,
                        -10_00,
                        TierSet.METRIC),
                at("2026-06-10T12:00"));
        assertThat(books.rankAt(at("2026-12-31T12:00"))).isEqualTo(VIB);
    }

    @Test
    void an_order_reported_minutes_before_it_happens_counts_when_it_happens() {
        Books books = new Books(new TierCourse(List.of(first()), ZONE));
        books.arrives(order("2026-03-10T12:03", 350_00), at("2026-03-10T12:00"));
        assertThat(books.rankAt(at("2026-03-10T12:02"))).isZero();
        assertThat(books.rankAt(at("2026-03-10T12:03"))).isEqualTo(VIB);
        books.arrives(order("2026-03-10T13:00", 10_00), at("2026-03-10T13:00"));
        assertThat(books.metricAt(at("2026-03-10T13:00"))).isEqualTo(360_00);
    }

    @Test
    void an_anniversary_is_the_enrolments_even_where_an_earlier_order_counts() {
        TierSet anniversary = Ladders.with(Period.Kind.ANNIVERSARY, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL);
        Books books = new Books(new TierCourse(List.of(rules(1, JOINED, anniversary, Transition.Tiers.REVIEW)), ZONE));
        books.arrives(order("2025-12-20T12:00", 200_00), JOINED);
        books.arrives(order("2026-01-04T12:00", 150_00), JOINED);
        assertThat(books.rankAt(at("2026-01-04T23:00"))).isEqualTo(VIB);
        assertThat(books.rankAt(at("2026-01-05T00:00"))).isZero();
        assertThat(books.kept().orElseThrow().state().held().rank()).isZero();
    }

    /** What is read before the job is what the job writes, and what it writes changes no past; whatever arrived when. */
    @Test
    void a_read_says_what_the_job_writes_for_any_versions_and_any_arrivals() {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int schedule = 0; schedule < 1_500; schedule++) {
            TierCourse course = anyCourse(random);
            Books books = new Books(course);
            List<Arrival> arrivals = anyArrivals(random);
            List<MetricChange> arrived = new ArrayList<>();
            String story = "seed " + seed + ", schedule " + schedule + ": " + told(course) + arrivals;
            for (Arrival arrival : arrivals) {
                if (random.nextInt(3) == 0) {
                    lookAroundTheJob(books, arrival.at(), random, story);
                }
                books.arrives(arrival.change(), arrival.at());
                arrived.add(arrival.change());
            }
            Instant end = at("2030-06-01T00:00");
            lookAroundTheJob(books, end, random, story);
            TierHistory truth =
                    new TierHistory(course.replay(JOINED, arrived, end).facts());
            for (Instant moment : moments(books, end, random)) {
                assertThat(books.history().at(moment).map(TierFact::rank))
                        .as("%s at %s: %s", story, moment, books.facts())
                        .isEqualTo(truth.at(moment).map(TierFact::rank));
            }
        }
    }

    private static void lookAroundTheJob(Books books, Instant now, Random random, String story) {
        List<Instant> moments = moments(books, now, random);
        List<Integer> before = moments.stream().map(books::rankAt).toList();
        List<TierFact> written = books.facts();
        books.job(now);
        assertThat(moments.stream().map(books::rankAt).toList())
                .as("%s, at %s, as of %s", story, now, moments)
                .isEqualTo(before);
        assertThat(books.facts()).as("append-only").startsWith(written.toArray(TierFact[]::new));
        List<TierFact> once = books.facts();
        books.job(now);
        assertThat(books.facts()).as("twice").isEqualTo(once);
    }

    private static String told(TierCourse course) {
        return course.rules().stream()
                .map(rules -> "\n%d from %s %s: %s %s %s %s %s %s %s %s\n"
                        .formatted(
                                rules.version(),
                                rules.from(),
                                rules.standing(),
                                rules.set().metric().kind(),
                                rules.set().period(),
                                rules.set().validity().kind(),
                                rules.set().upgrade(),
                                rules.set().downgrade(),
                                rules.set().grace(),
                                rules.set().onReturn(),
                                rules.set().tiers().stream()
                                        .map(Tier::threshold)
                                        .toList()))
                .collect(Collectors.joining());
    }

    private static List<Instant> moments(Books books, Instant now, Random random) {
        List<Instant> moments = new ArrayList<>(List.of(now));
        for (TierRules rules : books.course().rules()) {
            moments.add(rules.from());
            moments.add(rules.from().minusNanos(1));
        }
        for (int any = 0; any < 6; any++) {
            moments.add(JOINED.plusSeconds(Duration.between(JOINED, now).toSeconds() * random.nextInt(1_000) / 1_000));
        }
        moments.removeIf(moment -> moment.isAfter(now));
        return moments;
    }

    private record Arrival(Instant at, MetricChange change) {}

    private static List<Arrival> anyArrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        int orders = 1 + random.nextInt(10);
        for (int number = 0; number < orders; number++) {
            Instant at = JOINED.plusSeconds(3_600L * random.nextInt(24 * 1_200));
            long amount = 1 + random.nextInt(700_00);
            arrivals.add(late(random, new MetricChange(at, at, "till", "R" + number, 0, amount, TierSet.METRIC)));
            if (random.nextInt(3) == 0) {
                Instant back = at.plusSeconds(3_600L * random.nextInt(24 * 60));
                long part = 1 + (long) random.nextInt((int) amount);
                arrivals.add(late(random, new MetricChange(back, at, "till", "R" + number, 1, -part, TierSet.METRIC)));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private static Arrival late(Random random, MetricChange change) {
        long hours = random.nextInt(4) == 0 ? random.nextInt(24 * 200) : 0;
        return new Arrival(change.at().plusSeconds(3_600L * hours), change);
    }

    private static TierCourse anyCourse(Random random) {
        List<TierRules> rules = new ArrayList<>();
        Instant from = JOINED.minusSeconds(86_400);
        boolean top = false;
        int versions = 1 + random.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            // A ladder only grows, and only on top.
            top = top || random.nextInt(4) == 0;
            TierSet set = top ? Ladders.withTop(anySet(random), 2_500_00) : anySet(random);
            rules.add(rules(version, from, set, Transition.Tiers.values()[random.nextInt(2)]));
            from = from.plusSeconds(3_600L * (1 + random.nextInt(24 * 500)));
        }
        return new TierCourse(rules, ZONE);
    }

    private static TierSet anySet(Random random) {
        Period.Kind period = Period.Kind.values()[random.nextInt(Period.Kind.values().length)];
        TierValidity.Kind validity = period == Period.Kind.LIFETIME || period == Period.Kind.SINCE_TIER_START
                ? TierValidity.Kind.LIFETIME
                : List.of(
                                TierValidity.Kind.TO_END_OF_PERIOD,
                                TierValidity.Kind.TO_END_OF_NEXT_PERIOD,
                                TierValidity.Kind.DURATION)
                        .get(random.nextInt(3));
        TierSet set = Ladders.with(period, validity, Downgrade.values()[random.nextInt(3)]);
        if (random.nextInt(3) == 0) {
            set = Ladders.onReturn(set, TierSet.OnReturn.KEEP_UNTIL_REVIEW);
        }
        if (random.nextInt(4) == 0) {
            set = Ladders.grace(set, random.nextInt(40), TierSet.Upgrade.values()[random.nextInt(2)]);
        }
        if (random.nextInt(4) == 0) {
            set = Ladders.counting(set, TierSet.Metric.Kind.ORDERS);
        }
        long vib = 100_00 + random.nextInt(600_00);
        return Ladders.thresholds(set, vib, vib + 1 + random.nextInt(1_000_00));
    }

    /** What is kept of one member, as the product keeps it. */
    private static final class Books {

        private final TierCourse course;
        private final List<MetricChange> changes = new ArrayList<>();
        private final List<TierFact> facts = new ArrayList<>();
        private Optional<KeptStanding> kept = Optional.empty();

        Books(TierCourse course) {
            this.course = course;
        }

        TierCourse course() {
            return course;
        }

        Optional<KeptStanding> kept() {
            return kept;
        }

        List<TierFact> facts() {
            return List.copyOf(facts);
        }

        void arrives(MetricChange change, Instant now) {
            changes.add(change);
            walk(List.of(change), now);
        }

        void job(Instant now) {
            kept.filter(standing -> course.isBehind(standing, now)
                            || standing.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                    .ifPresent(standing -> walk(List.of(), now));
        }

        private void walk(List<MetricChange> fresh, Instant now) {
            TierStep step = course.walk(
                    kept, JOINED, fresh, () -> new WrittenWay(changes, history().facts()), now);
            assertThat(step.standing().factsSeq())
                    .isEqualTo(facts.size() + step.facts().size());
            facts.addAll(step.facts());
            kept = Optional.of(step.standing());
        }

        TierHistory history() {
            return new TierHistory(List.of()).with(facts);
        }

        int rankAt(Instant at) {
            return kept.flatMap(standing -> course.moved(standing, () -> changes, at))
                    .map(machine -> machine.state().held().rank())
                    .orElseGet(() -> history().at(at).map(TierFact::rank).orElse(0));
        }

        long metricAt(Instant at) {
            TierMachine machine = course.resume(kept.orElseThrow(), at);
            return machine.standingAt(at).metric();
        }
    }

    private static TierRules first() {
        return rules(1, JOINED, Ladders.beautyInsider(), Transition.Tiers.GRANDFATHER);
    }

    private static TierRules rules(int version, Instant from, TierSet set, Transition.Tiers standing) {
        return new TierRules(version, from, set, standing);
    }

    private static TierSet thresholds(long vib, long rouge) {
        return Ladders.thresholds(Ladders.beautyInsider(), vib, rouge);
    }

    private static MetricChange order(String at, long amount) {
        return new MetricChange(at(at), at(at), "till", at, 0, amount, TierSet.METRIC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
