package io.steadfast.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipRefusal;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Prime (P3): the acceptance figures of the program, with the fee, the orders and the nightly job. */
class MembershipServiceIT extends ContainerTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String JOINED = "2025-12-01T12:00:00Z";

    @Inject
    Shop shop;

    @Inject
    MembershipService memberships;

    @Inject
    MembershipDueWork job;

    @Inject
    TierService tiers;

    @Inject
    TenantStore store;

    @Inject
    UserTransaction transaction;

    @Test
    void the_first_paid_day_is_the_anchor_and_short_months_end_on_their_last_day() {
        MemberId member = open("anchor");
        MembershipId id = start(member, "2026-01-01T09:00");
        assertThat(view(id, "2026-01-30T23:59:59").state()).isEqualTo(MembershipState.TRIAL);
        pay(id, "p1", "2026-01-31T00:00");
        assertThat(view(id, "2026-02-01T00:00").phase().coveredUntil()).isEqualTo(local("2026-02-28T00:00"));
        pay(id, "p2", "2026-02-28T00:00");
        assertThat(view(id, "2026-03-01T00:00").phase().coveredUntil()).isEqualTo(local("2026-03-31T00:00"));
        pay(id, "p3", "2026-03-31T00:00");
        assertThat(view(id, "2026-04-01T00:00").phase().coveredUntil()).isEqualTo(local("2026-04-30T00:00"));
        assertThat(view(id, "2026-04-29T23:59:59").state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(view(id, "2026-04-30T00:00").state()).isEqualTo(MembershipState.PAST_DUE);
    }

    @Test
    void a_leap_year_has_its_day_and_the_month_after_it_the_anchors_own() {
        MemberId member = open("leap");
        MembershipId id = start(member, "2028-01-01T09:00");
        pay(id, "p1", "2028-01-31T00:00");
        assertThat(view(id, "2028-02-01T00:00").phase().coveredUntil()).isEqualTo(local("2028-02-29T00:00"));
        assertThat(view(id, "2028-02-28T23:59:59").state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(view(id, "2028-02-29T00:00").state()).isEqualTo(MembershipState.PAST_DUE);
        pay(id, "p2", "2028-02-29T00:00");
        assertThat(view(id, "2028-03-01T00:00").phase().coveredUntil()).isEqualTo(local("2028-03-31T00:00"));
    }

    @Test
    void seven_days_of_grace_with_benefits_on_and_off_as_the_eighth_begins() {
        MemberId member = open("grace");
        MembershipId id = start(member, "2026-01-01T09:00");
        pay(id, "p1", "2026-01-31T00:00");
        at("2026-03-01T09:00");
        report(id, new Outcome(Outcome.Kind.FAILED, "p2", "p2", local("2026-03-01T08:00"), Money.of(1499, "USD")));
        assertThat(view(id, "2026-02-28T00:00").state()).isEqualTo(MembershipState.PAST_DUE);
        assertThat(view(id, "2026-03-06T23:59:59").isOn()).isTrue();
        assertThat(view(id, "2026-03-07T00:00").isOn()).isFalse();
        assertThat(view(id, "2026-03-07T00:00").state()).isEqualTo(MembershipState.SUSPENDED);
        pay(id, "p3", "2026-03-06T23:00");
        assertThat(view(id, "2026-03-07T00:00").phase().coveredUntil()).isEqualTo(local("2026-03-31T00:00"));
        assertThat(view(id, "2026-03-07T00:00").isOn()).isTrue();
    }

    @Test
    void paid_after_the_suspension_a_new_anchor_begins() {
        MemberId member = open("anew");
        MembershipId id = start(member, "2026-01-01T09:00");
        pay(id, "p1", "2026-01-31T00:00");
        pay(id, "p2", "2026-03-15T10:00");
        assertThat(view(id, "2026-03-15T09:59:59").isOn()).isFalse();
        assertThat(view(id, "2026-03-16T00:00").phase().coveredUntil()).isEqualTo(local("2026-04-15T00:00"));
    }

    @Test
    void a_second_trial_is_refused_and_a_start_without_it_is_not() {
        MemberId member = open("twice");
        MembershipId id = start(member, "2026-01-01T09:00");
        assertRefused(() -> start(member, "2026-01-02T09:00"), MembershipRefusal.MEMBERSHIP_STANDS);
        at("2026-01-05T09:00");
        call(() -> memberships.cancel(id, Plan.Leaving.NOW));
        at("2026-06-01T09:00");
        assertRefused(() -> start(member, "2026-06-01T09:00"), MembershipRefusal.TRIAL_ALREADY_USED);
        MembershipView again = call(() -> memberships.start(new StartWish(
                member,
                new ProgramCode("prime"),
                new PlanCode("PRIME"),
                Optional.empty(),
                Optional.empty(),
                StartWish.Trial.NONE)));
        assertThat(again.state()).isEqualTo(MembershipState.SUSPENDED);
        pay(again.subscription().id(), "p9", "2026-06-01T09:00");
        assertThat(view(again.subscription().id(), "2026-06-01T09:00").isOn()).isTrue();
    }

    @Test
    void an_order_earns_twice_the_points_while_the_plan_is_on_and_the_fee_earns_nothing() {
        MemberId member = open("earns");
        MembershipId id = start(member, "2026-01-01T09:00");
        assertThat(order(member, "before", "2025-12-31T12:00")).isEqualTo(10);
        assertThat(order(member, "trial", "2026-01-10T12:00")).isEqualTo(20);
        pay(id, "p1", "2026-01-31T00:00");
        assertThat(order(member, "paid", "2026-02-10T12:00")).isEqualTo(20);
        assertThat(order(member, "grace", "2026-03-06T12:00")).isEqualTo(20);
        assertThat(order(member, "off", "2026-03-07T00:00")).isEqualTo(10);
        assertThat(order(member, "late", "2026-02-11T12:00")).isEqualTo(20);
    }

    @Test
    void a_lent_tier_is_a_floor_while_the_plan_is_on_and_the_earned_one_shows_again_afterwards() {
        shop.open("2026-12-01T12:00:00Z");
        ProgramCode prime = shop.publish(
                Shop.template(
                        "P3",
                        "\"multipliers\":{\"points\":2}}",
                        "\"multipliers\":{},\"lends\":{\"set\":\"STATUS\",\"tier\":\"SILVER\"}}"),
                "2025-01-01T12:00:00Z");
        MemberId member = shop.member("lent", JOINED, prime);
        MembershipId id = start(member, "2026-01-01T09:00");
        at("2026-12-01T12:00");
        assertThat(tier(member, "2025-12-31T12:00")).isEqualTo("MEMBER");
        assertThat(tier(member, "2026-01-10T12:00")).isEqualTo("SILVER");
        assertThat(tier(member, "2026-02-06T23:59:59")).isEqualTo("SILVER");
        assertThat(tier(member, "2026-02-07T00:00")).isEqualTo("MEMBER");
        assertThat(order(member, "silver", "2026-01-20T12:00")).isEqualTo(12);
        pay(id, "p1", "2026-05-01T00:00");
        assertThat(tier(member, "2026-05-02T00:00")).isEqualTo("SILVER");
    }

    @Test
    void the_job_tells_of_each_change_once_and_reads_are_the_same_before_and_after_it() {
        MemberId member = open("told");
        MembershipId id = start(member, "2026-01-01T09:00");
        at("2026-05-01T00:00");
        MembershipView before = view(id, "2026-05-01T00:00");
        assertThat(before.state()).isEqualTo(MembershipState.SUSPENDED);
        assertThat(events()).containsExactly("trial");
        for (int time = 0; time < 2; time++) {
            shop.call(() -> {
                job.runDue(local("2026-05-01T00:00"));
                return null;
            });
        }
        assertThat(events()).containsExactly("trial", "past_due", "suspended");
        assertThat(shop.call(job::nextDue)).isEmpty();
        assertThat(view(id, "2026-05-01T00:00")).isEqualTo(before);
        pay(id, "p1", "2026-02-03T00:00");
        assertThat(events()).containsExactly("trial", "past_due", "suspended", "suspended");
        assertThat(view(id, "2026-02-04T00:00").state()).isEqualTo(MembershipState.ACTIVE);
    }

    @Test
    void the_same_outcome_told_again_changes_nothing_and_another_under_its_name_is_refused() {
        MemberId member = open("again");
        MembershipId id = start(member, "2026-01-01T09:00");
        pay(id, "p1", "2026-01-31T00:00");
        MembershipView once = view(id, "2026-02-10T00:00");
        pay(id, "p1", "2026-01-31T00:00");
        assertThat(view(id, "2026-02-10T00:00")).isEqualTo(once);
        assertRefused(
                () -> report(
                        id,
                        new Outcome(Outcome.Kind.PAID, "p1", "p1", local("2026-01-31T00:00"), Money.of(1500, "USD"))),
                MembershipRefusal.REFERENCE_REUSED);
        assertRefused(
                () -> report(
                        id,
                        new Outcome(Outcome.Kind.PAID, "p2", "p2", local("2026-01-31T00:00"), Money.of(1498, "USD"))),
                MembershipRefusal.AMOUNT_BELOW_PRICE);
        assertRefused(
                () -> report(
                        id,
                        new Outcome(Outcome.Kind.PAID, "p2", "p2", local("2026-01-31T00:00"), Money.of(1499, "EUR"))),
                MembershipRefusal.CURRENCY_NOT_THE_PLANS);
    }

    @Test
    void a_new_price_holds_from_the_first_period_after_its_notice() {
        MemberId member = open("price");
        MembershipId id = start(member, "2026-01-01T09:00");
        pay(id, "p1", "2026-01-31T00:00");
        at("2026-02-01T09:00");
        shop.publish(Shop.template("P3", "\"amount\":1499", "\"amount\":1999"), "2026-02-01T14:00:00Z");
        assertThat(view(id, "2026-02-02T00:00").nextPayment().orElseThrow().amount())
                .isEqualTo(Money.of(1499, "USD"));
        at("2026-02-02T09:00");
        call(() -> memberships.announcePrice(id, local("2026-02-02T09:00")));
        assertThat(view(id, "2026-02-03T00:00").nextPayment().orElseThrow().amount())
                .isEqualTo(Money.of(1499, "USD"));
        pay(id, "p2", "2026-02-28T00:00");
        assertThat(view(id, "2026-03-05T00:00").nextPayment().orElseThrow().amount())
                .isEqualTo(Money.of(1999, "USD"));
        at("2026-03-31T00:00");
        Instant due = local("2026-03-31T00:00");
        assertRefused(
                () -> report(id, new Outcome(Outcome.Kind.PAID, "p3", "p3", due, Money.of(1998, "USD"))),
                MembershipRefusal.AMOUNT_BELOW_PRICE);
        assertThat(report(id, new Outcome(Outcome.Kind.PAID, "p3", "p3", due, Money.of(1999, "USD")))
                        .state())
                .isEqualTo(MembershipState.ACTIVE);
    }

    private MemberId open(String name) {
        shop.open("2026-12-01T12:00:00Z");
        ProgramCode prime = shop.publish("P3", "2025-01-01T12:00:00Z");
        return shop.member(name, JOINED, prime);
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(NEW_YORK).toInstant();
    }

    private void at(String local) {
        shop.at(local(local).toString());
    }

    private MembershipId start(MemberId member, String local) {
        at(local);
        return call(() -> memberships.start(new StartWish(
                        member,
                        new ProgramCode("prime"),
                        new PlanCode("PRIME"),
                        Optional.empty(),
                        Optional.of(local(local)),
                        StartWish.Trial.AS_OFFERED)))
                .subscription()
                .id();
    }

    private void pay(MembershipId id, String reference, String local) {
        if (shop.now().isBefore(local(local))) {
            at(local);
        }
        report(id, new Outcome(Outcome.Kind.PAID, reference, reference, local(local), Money.of(1499, "USD")));
    }

    private MembershipView report(MembershipId id, Outcome outcome) {
        return call(() -> memberships.report(id, outcome));
    }

    private MembershipView view(MembershipId id, String local) {
        Instant kept = shop.now();
        at(local);
        MembershipView view = call(() -> memberships.find(id));
        shop.at(kept.toString());
        return view;
    }

    private long order(MemberId member, String reference, String local) {
        if (shop.now().isBefore(local(local))) {
            at(local);
        }
        Receipt receipt = shop.put(
                        member, Shop.order(reference, local(local).toString(), "USD", Shop.line("A", 1, 10_00)))
                .receipt();
        return receipt.programs().stream()
                .flatMap(part -> part.granted().stream())
                .mapToLong(Receipt.Granted::points)
                .sum();
    }

    private String tier(MemberId member, String local) {
        return call(() -> tiers.tiersAt(member, local(local))).values().stream()
                .map(code -> code.value())
                .findFirst()
                .orElse("MEMBER");
    }

    private List<String> events() {
        return call(() -> {
            List<String> states = new ArrayList<>();
            try (PreparedStatement statement = store.connection().prepareStatement("""
                            SELECT payload::jsonb ->> 'state' FROM outbox_event
                             WHERE type = 'membership.changed' ORDER BY seq
                            """);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    states.add(row.getString(1));
                }
            }
            return states;
        });
    }

    private <T> T call(Callable<T> work) {
        return shop.call(() -> {
            transaction.begin();
            boolean done = false;
            try {
                T result = work.call();
                done = true;
                return result;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        });
    }

    private static void assertRefused(Callable<?> work, MembershipRefusal reason) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
