package io.steadfast.memberships.core;

import static io.steadfast.memberships.core.MembershipState.ACTIVE;
import static io.steadfast.memberships.core.MembershipState.CANCELLED;
import static io.steadfast.memberships.core.MembershipState.ENDED;
import static io.steadfast.memberships.core.MembershipState.PAST_DUE;
import static io.steadfast.memberships.core.MembershipState.SUSPENDED;
import static io.steadfast.memberships.core.MembershipState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipCourseTest {

    private static final String NEW_YORK = "America/New_York";

    @ParameterizedTest
    @CsvSource({"2026,28", "2028,29"})
    void periods_end_on_the_anchors_day_or_the_months_last(int year, int lastOfFebruary) {
        Memberships prime = Memberships.started(NEW_YORK, year + "-01-01T09:30:00")
                .paid("1", year + "-01-31T00:00:00")
                .paid("2", year + "-02-" + lastOfFebruary + "T00:00:00")
                .paid("3", year + "-03-31T00:00:00");
        assertThat(prime.coveredUntil(year + "-01-15T00:00:00")).isEqualTo(year + "-01-31T00:00");
        assertThat(prime.coveredUntil(year + "-01-31T00:00:00")).isEqualTo(year + "-02-" + lastOfFebruary + "T00:00");
        assertThat(prime.coveredUntil(year + "-03-01T00:00:00")).isEqualTo(year + "-03-31T00:00");
        assertThat(prime.coveredUntil(year + "-04-01T00:00:00")).isEqualTo(year + "-04-30T00:00");
        assertThat(prime.course().phases())
                .extracting(Phase::state)
                .doesNotContainSubsequence(ACTIVE, PAST_DUE, ACTIVE);
    }

    @Test
    void a_trial_lasts_its_days_and_without_a_payment_the_fee_is_late_from_its_end() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T09:30:00");
        assertThat(prime.at("2026-01-01T09:30:00")).isEqualTo(TRIAL);
        assertThat(prime.at("2026-01-30T23:59:59.999999")).isEqualTo(TRIAL);
        assertThat(prime.at("2026-01-31T00:00:00")).isEqualTo(PAST_DUE);
        assertThat(prime.isOn("2026-02-06T23:59:59.999999")).isTrue();
        assertThat(prime.at("2026-02-07T00:00:00")).isEqualTo(SUSPENDED);
        assertThat(prime.isOn("2026-02-07T00:00:00")).isFalse();
        assertThat(prime.course().onUntil(prime.instant("2026-01-02T00:00:00")))
                .contains(prime.instant("2026-02-07T00:00:00"));
    }

    @Test
    void rights_stay_on_for_seven_days_of_grace_and_go_off_as_the_eighth_begins() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T10:00:00")
                .failed("2", "2026-03-02T10:00:00");
        assertThat(prime.at("2026-02-27T23:59:59.999999")).isEqualTo(ACTIVE);
        assertThat(prime.at("2026-02-28T00:00:00")).isEqualTo(PAST_DUE);
        assertThat(prime.isOn("2026-03-06T23:59:59.999999")).isTrue();
        assertThat(prime.at("2026-03-07T00:00:00")).isEqualTo(SUSPENDED);
        assertThat(prime.isOn("2026-03-07T00:00:00")).isFalse();
    }

    @Test
    void a_payment_in_the_grace_keeps_the_anchor_and_leaves_no_gap() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T10:00:00")
                .paid("2", "2026-03-06T23:59:59.999999");
        assertThat(prime.isOn("2026-03-04T00:00:00")).isTrue();
        assertThat(prime.at("2026-03-06T23:59:59.999999")).isEqualTo(ACTIVE);
        assertThat(prime.coveredUntil("2026-03-07T00:00:00")).isEqualTo("2026-03-31T00:00");
    }

    @Test
    void a_payment_after_the_suspension_begins_a_new_period_and_anchor() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T10:00:00")
                .paid("2", "2026-03-07T00:00:00");
        assertThat(prime.at("2026-03-07T00:00:00")).isEqualTo(ACTIVE);
        assertThat(prime.coveredUntil("2026-03-07T00:00:00")).isEqualTo("2026-04-07T00:00");
        assertThat(prime.isOn("2026-03-06T23:00:00")).isTrue();
    }

    @Test
    void a_payment_at_the_very_instant_at_which_it_is_due_is_in_time() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00").paid("1", "2026-01-31T00:00:00");
        assertThat(prime.course().phases()).extracting(Phase::state).startsWith(TRIAL, ACTIVE);
    }

    @Test
    void a_payment_ahead_of_time_adds_a_period_to_the_end() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-10T00:00:00")
                .paid("2", "2026-01-11T00:00:00");
        assertThat(prime.at("2026-01-12T00:00:00")).isEqualTo(TRIAL);
        assertThat(prime.coveredUntil("2026-01-12T00:00:00")).isEqualTo("2026-03-31T00:00");
        assertThat(prime.at("2026-01-31T00:00:00")).isEqualTo(ACTIVE);
    }

    @Test
    void without_a_trial_a_plan_waits_for_its_first_payment() {
        PlanTerms terms = Memberships.terms(NEW_YORK, 0, Plan.Renewal.AUTOMATIC);
        Memberships prime = Memberships.started(terms, "2026-05-31T12:00:00");
        assertThat(prime.at("2026-05-31T12:00:00")).isEqualTo(SUSPENDED);
        prime.paid("1", "2026-05-31T11:59:00");
        assertThat(prime.at("2026-05-31T12:00:00")).isEqualTo(ACTIVE);
        assertThat(prime.coveredUntil("2026-06-01T00:00:00")).isEqualTo("2026-06-30T00:00");
    }

    @Test
    void a_plan_that_the_member_renews_ends_with_what_is_paid() {
        PlanTerms terms = Memberships.terms(NEW_YORK, 0, Plan.Renewal.BY_MEMBER);
        Memberships pass = Memberships.started(terms, "2026-05-15T12:00:00")
                .paid("1", "2026-05-15T12:00:00")
                .paid("2", "2026-06-15T00:00:01");
        assertThat(pass.at("2026-06-14T23:59:59")).isEqualTo(ACTIVE);
        assertThat(pass.at("2026-06-15T00:00:00")).isEqualTo(ENDED);
        assertThat(pass.course().unapplied()).containsExactly("2");
    }

    @Test
    void leaving_to_the_periods_end_keeps_everything_on_until_then() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T00:00:00")
                .left("2026-02-10T00:00:00", Plan.Leaving.PERIOD_END)
                .paid("2", "2026-02-27T00:00:00");
        assertThat(prime.at("2026-02-10T00:00:00")).isEqualTo(CANCELLED);
        assertThat(prime.isOn("2026-02-27T23:59:59")).isTrue();
        assertThat(prime.at("2026-02-28T00:00:00")).isEqualTo(ENDED);
        assertThat(prime.course().unapplied()).containsExactly("2");
    }

    @Test
    void leaving_at_once_or_while_nothing_is_paid_ends_it_there() {
        Memberships atOnce =
                Memberships.started(NEW_YORK, "2026-01-01T00:00:00").left("2026-01-05T08:00:00", Plan.Leaving.NOW);
        assertThat(atOnce.at("2026-01-05T07:59:59")).isEqualTo(TRIAL);
        assertThat(atOnce.at("2026-01-05T08:00:00")).isEqualTo(ENDED);
        Memberships late = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .left("2026-02-01T08:00:00", Plan.Leaving.PERIOD_END);
        assertThat(late.at("2026-02-01T08:00:00")).isEqualTo(ENDED);
    }

    @Test
    void a_payment_that_comes_back_whole_takes_its_period_with_it_and_a_part_of_it_nothing() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00").paid("1", "2026-01-31T00:00:00");
        prime.refunded("1", "2026-02-09T00:00:00", 5_00);
        assertThat(prime.at("2026-02-11T00:00:00")).isEqualTo(ACTIVE);
        prime.refunded("1", "2026-02-10T00:00:00", 9_99);
        assertThat(prime.at("2026-02-09T23:59:59")).isEqualTo(ACTIVE);
        assertThat(prime.at("2026-02-10T00:00:00")).isEqualTo(SUSPENDED);
        prime.refunded("1", "2026-02-11T00:00:00", 1);
        assertThat(prime.at("2026-02-12T00:00:00")).isEqualTo(SUSPENDED);
    }

    @Test
    void a_refund_of_what_is_over_changes_nothing() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T00:00:00")
                .paid("2", "2026-02-28T00:00:00")
                .refunded("1", "2026-03-10T00:00:00", 14_99);
        assertThat(prime.at("2026-03-11T00:00:00")).isEqualTo(ACTIVE);
        assertThat(prime.coveredUntil("2026-03-11T00:00:00")).isEqualTo("2026-03-31T00:00");
    }

    @Test
    void who_leaves_at_once_gets_the_days_that_are_left() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00").paid("1", "2026-01-31T00:00:00");
        MembershipCourse course = prime.course();
        // 28 days from 31 January; on 13 February 14 are used
        assertThat(course.refundFor(prime.instant("2026-02-13T18:00:00")).amount())
                .isEqualTo(749);
        assertThat(course.refundFor(prime.instant("2026-02-27T18:00:00")).amount())
                .isZero();
        assertThat(course.refundFor(prime.instant("2026-01-15T18:00:00")).amount())
                .isEqualTo(1499);
    }

    @ParameterizedTest
    @CsvSource({"NONE,0,1499", "WHOLE_PERIOD,1499,2998"})
    void some_plans_give_back_nothing_and_some_the_whole_period(Plan.Refund refund, long onePeriod, long withTheNext) {
        PlanTerms terms = Memberships.terms(refund, Plan.PastDue.BENEFITS_ON);
        Memberships prime = Memberships.started(terms, "2026-05-01T12:00:00").paid("1", "2026-05-01T12:00:00");
        assertThat(prime.course().refundFor(prime.instant("2026-05-01T12:00:00")))
                .isEqualTo(Money.of(onePeriod, "USD"));
        assertThat(prime.course().refundFor(prime.instant("2026-05-31T23:59:59")))
                .isEqualTo(Money.of(onePeriod, "USD"));
        assertThat(prime.course().refundFor(prime.instant("2026-06-01T00:00:00")))
                .as("it is over")
                .isEqualTo(Money.of(0, "USD"));
        prime.paid("2", "2026-05-20T12:00:00");
        assertThat(prime.course().refundFor(prime.instant("2026-05-21T12:00:00")))
                .as("a period that hasn't begun comes back whole")
                .isEqualTo(Money.of(withTheNext, "USD"));
    }

    @Test
    void a_plan_may_switch_everything_off_while_the_fee_is_late() {
        PlanTerms terms = Memberships.terms(Plan.Refund.NONE, Plan.PastDue.BENEFITS_OFF);
        Memberships prime = Memberships.started(terms, "2026-05-01T12:00:00").paid("1", "2026-05-01T12:00:00");
        assertThat(prime.isOn("2026-05-31T23:59:59")).isTrue();
        assertThat(prime.course().onUntil(prime.instant("2026-05-15T12:00:00")))
                .contains(prime.instant("2026-06-01T00:00:00"));
        assertThat(prime.at("2026-06-01T00:00:00")).isEqualTo(PAST_DUE);
        assertThat(prime.isOn("2026-06-01T00:00:00")).isFalse();
        prime.paid("2", "2026-06-05T08:00:00");
        assertThat(prime.isOn("2026-06-05T07:59:59")).isFalse();
        assertThat(prime.isOn("2026-06-05T08:00:00")).isTrue();
        assertThat(prime.coveredUntil("2026-06-06T00:00:00"))
                .as("the anchor stays")
                .isEqualTo("2026-07-01T00:00");
    }

    @Test
    void a_payment_is_due_at_the_price_of_the_period_that_it_buys() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00")
                .paid("1", "2026-01-31T00:00:00")
                .told("2026-02-01T15:00:00", 19_99);
        Subscription before = prime.subscription();
        assertThat(before.priceFor(payment(prime, "2", "2026-02-28T00:00:00")))
                .as("28 February begins before the notice has run")
                .contains(Money.of(14_99, "USD"));
        prime.paid("2", "2026-02-28T00:00:00");
        Subscription after = prime.subscription();
        assertThat(after.priceFor(payment(prime, "3", "2026-03-01T00:00:00")))
                .as("ahead of time, for the period from 31 March")
                .contains(Money.of(19_99, "USD"));
        prime.left("2026-03-10T00:00:00", Plan.Leaving.NOW);
        assertThat(prime.subscription().priceFor(payment(prime, "4", "2026-03-11T00:00:00")))
                .as("buys nothing")
                .isEmpty();
    }

    private static Outcome payment(Memberships prime, String reference, String local) {
        return new Outcome(Outcome.Kind.PAID, reference, reference, prime.instant(local), Money.of(1, "USD"));
    }

    @Test
    void a_new_price_waits_for_its_notice() {
        Memberships prime = Memberships.started(NEW_YORK, "2026-01-01T00:00:00").told("2026-02-01T15:00:00", 19_99);
        Subscription subscription = prime.subscription();
        assertThat(subscription.price(prime.instant("2026-02-28T00:00:00")).amount())
                .isEqualTo(1499);
        assertThat(subscription.price(prime.instant("2026-03-02T23:59:59")).amount())
                .isEqualTo(1499);
        assertThat(subscription.price(prime.instant("2026-03-03T00:00:00")).amount())
                .isEqualTo(1999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Asia/Beirut", "UTC"})
    void every_end_is_the_first_instant_of_its_local_day_in_any_zone(String zone) {
        ZoneId id = ZoneId.of(zone);
        for (LocalDate start = LocalDate.of(2015, 10, 1);
                start.isBefore(LocalDate.of(2017, 3, 1));
                start = start.plusDays(5)) {
            Memberships prime = Memberships.started(zone, start + "T12:00:00");
            for (int month = 0; month < 3; month++) {
                prime.paid("p" + month, start.plusDays(1) + "T12:00:00");
            }
            LocalDate anchor = start.plusDays(30);
            List<Instant> ends = new ArrayList<>();
            for (int month = 1; month <= 3; month++) {
                ends.add(anchor.plusMonths(month).atStartOfDay(id).toInstant());
            }
            assertThat(prime.course().paid()).extracting(PaidPeriod::until).containsExactlyElementsOf(ends);
            LocalDate due = anchor.plusMonths(3);
            assertThat(prime.course().at(ends.get(2)).orElseThrow().state()).isEqualTo(PAST_DUE);
            assertThat(prime.course().nextChangeAfter(ends.get(2)))
                    .contains(due.plusDays(7).atStartOfDay(id).toInstant());
        }
    }

    @Test
    void the_same_instants_are_different_days_on_the_two_sides_of_the_date_line() {
        Instant start = Instant.parse("2026-01-01T10:30:00Z");
        Memberships west = Memberships.started("Pacific/Pago_Pago", "2025-12-31T23:30:00");
        Memberships east = Memberships.started("Pacific/Kiritimati", "2026-01-02T00:30:00");
        assertThat(west.subscription().startedAt())
                .isEqualTo(start)
                .isEqualTo(east.subscription().startedAt());
        assertThat(west.changeAfter("2026-01-01T00:00:00")).contains("2026-01-30T00:00");
        assertThat(east.changeAfter("2026-01-03T00:00:00")).contains("2026-02-01T00:00");
    }
}
