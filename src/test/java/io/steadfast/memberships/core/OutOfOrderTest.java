package io.steadfast.memberships.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Outcomes repeated, late and out of order, from seeded schedules. */
class OutOfOrderTest {

    private static final int SCHEDULES = 2_000;
    private static final String[] ZONES = {"America/New_York", "Europe/London", "Pacific/Auckland", "Asia/Kolkata"};

    @Test
    void any_order_and_any_repetition_of_the_same_outcomes_gives_the_same_course() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            Subscription told = schedule(random);
            MembershipCourse course = told.course();
            for (int time = 0; time < 4; time++) {
                assertThat(shuffled(told, random).course()).as("seed %d", seed).isEqualTo(course);
            }
        }
    }

    @Test
    void a_course_never_has_gaps_repeats_or_benefits_without_trial_payment_or_grace() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Subscription told = schedule(new Random(seed));
            MembershipCourse course = told.course();
            assertThat(course.phases().get(0).from()).as("seed %d", seed).isEqualTo(told.startedAt());
            for (int at = 1; at < course.phases().size(); at++) {
                Phase before = course.phases().get(at - 1);
                Phase phase = course.phases().get(at);
                assertThat(phase.from()).as("seed %d", seed).isAfter(before.from());
                assertThat(phase).as("seed %d", seed).isNotEqualTo(before);
                boolean covered = phase.state() == MembershipState.ACTIVE || phase.state() == MembershipState.CANCELLED;
                if (covered) {
                    assertThat(phase.coveredUntil()).as("seed %d", seed).isAfter(phase.from());
                }
                assertThat(before.state()).as("seed %d", seed).isNotEqualTo(MembershipState.ENDED);
            }
        }
    }

    private static Subscription schedule(Random random) {
        int trial = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(40);
        Plan.Renewal renewal = random.nextInt(4) == 0 ? Plan.Renewal.BY_MEMBER : Plan.Renewal.AUTOMATIC;
        PlanTerms terms = Memberships.terms(ZONES[random.nextInt(ZONES.length)], trial, renewal);
        Memberships prime = Memberships.started(
                terms, "2027-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28)) + "T12:00:00");
        Instant start = prime.subscription().startedAt();
        int outcomes = random.nextInt(9);
        for (int one = 0; one < outcomes; one++) {
            Instant at = start.plus(random.nextInt(300) - 5L, ChronoUnit.DAYS).plusSeconds(random.nextInt(90_000));
            Outcome.Kind kind = Outcome.Kind.values()[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)];
            String payment = "p" + (kind == Outcome.Kind.REFUNDED ? random.nextInt(outcomes) : one);
            long amount = kind == Outcome.Kind.REFUNDED && random.nextBoolean() ? 7_00 : 14_99;
            prime.with(new Outcome(kind, "p" + one, payment, at, Money.of(amount, "USD")));
        }
        Subscription subscription = prime.subscription();
        for (int left = random.nextInt(3); left > 0; left--) {
            Plan.Leaving when = random.nextBoolean() ? Plan.Leaving.NOW : Plan.Leaving.PERIOD_END;
            subscription = subscription.with(
                    new Leave(start.plus(random.nextInt(300), ChronoUnit.DAYS), when, Money.of(0, "USD")));
        }
        return subscription;
    }

    private static Subscription shuffled(Subscription told, Random random) {
        List<Outcome> outcomes = new ArrayList<>(told.outcomes());
        for (int again = random.nextInt(4); again > 0 && !told.outcomes().isEmpty(); again--) {
            outcomes.add(told.outcomes().get(random.nextInt(told.outcomes().size())));
        }
        Collections.shuffle(outcomes, random);
        List<Leave> leaves = new ArrayList<>(told.leaves());
        Collections.shuffle(leaves, random);
        return new Subscription(
                told.id(),
                told.member(),
                told.program(),
                told.plan(),
                told.version(),
                told.terms(),
                told.startedAt(),
                outcomes,
                leaves,
                told.notices());
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
