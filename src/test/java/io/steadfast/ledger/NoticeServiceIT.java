package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.Violation;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points that lapse after 12 months without a purchase, and only after a notice of 30 days. */
class NoticeServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    NoticeService notices;

    @Inject
    DueService due;

    @Inject
    AdjustmentService adjustments;

    @Inject
    StatementService statements;

    @Inject
    Invariants invariants;

    private MemberId member;

    private static final String INACTIVITY = "\"expiry\":[{\"kind\":\"inactivity\"";

    /** Of their own they lapse after 24 months. */
    private static final String LAPSING = "\"expiry\":[{\"kind\":\"after_duration\",\"amount\":24,\"unit\":\"months\","
            + "\"start\":\"activity\"},{\"kind\":\"inactivity\"";

    private ProgramCode open() {
        return open(INACTIVITY);
    }

    private ProgramCode open(String expiry) {
        shop.open("2026-03-10T12:00:00Z");
        ProgramCode program = shop.publish(
                Shop.template(
                        "P2",
                        INACTIVITY,
                        expiry,
                        "\"consumption\":\"earliest_expiry\"",
                        "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\""),
                START);
        member = shop.member("anna", START, program);
        buy("1", "2026-03-10T12:00:00Z");
        return program;
    }

    private void buy(String reference, String at) {
        shop.at(at);
        shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, 10_00)));
    }

    private NoticeService.Noted told(String until, String at) {
        shop.at(at);
        return shop.call(() -> notices.report(
                new NoticeService.Told(member, Optional.empty(), LocalDate.parse(until), Instant.parse(at))));
    }

    private boolean lapsesAt(String at) {
        shop.at(at);
        return shop.call(() -> due.bookDueLots(shop.now()));
    }

    @Test
    void an_inactive_account_lapses_only_after_its_notice() {
        open();
        assertThat(lapsesAt("2027-06-01T00:00:00Z")).isFalse();
        NoticeService.Noted noted = told("2027-03-10", "2027-06-01T12:00:00Z");
        assertThat(noted.dated()).hasSize(1);
        assertThat(noted.dated().get(0).expiresAt()).isEqualTo("2027-07-02T07:00:00Z");
        assertThat(lapsesAt("2027-07-02T06:59:59Z")).isFalse();
        assertThat(lapsesAt("2027-07-02T07:00:00Z")).isTrue();
        assertThat(shop.spendable(member)).isZero();
    }

    @Test
    void a_purchase_after_the_notice_wants_a_new_one() {
        open();
        told("2027-03-10", "2027-02-01T12:00:00Z");
        buy("2", "2027-02-20T12:00:00Z");
        assertThat(lapsesAt("2028-06-01T00:00:00Z")).isFalse();
        assertThat(shop.spendable(member)).isEqualTo(20);
        assertThat(told("2028-02-20", "2028-06-01T12:00:00Z").dated()).hasSize(1);
        assertThat(lapsesAt("2028-07-02T07:00:00Z")).isTrue();
    }

    @Test
    void a_late_activity_that_plans_nothing_later_leaves_what_was_told() {
        open();
        buy("2", "2026-06-10T12:00:00Z");
        told("2027-06-10", "2027-02-01T12:00:00Z");
        String deadline = shop.text("SELECT inactivity_deadline FROM account");
        shop.at("2027-03-01T12:00:00Z");
        shop.put(member, Shop.order("late", "2026-04-10T12:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        assertThat(shop.text("SELECT inactivity_deadline FROM account")).isEqualTo(deadline);
        assertThat(lapsesAt("2027-06-11T07:00:00Z")).isTrue();
    }

    /** Anna's order is heard of before the job has run, Ben's after. */
    @Test
    void a_late_purchase_keeps_alive_what_was_told_to_lapse_whether_or_not_it_has() {
        ProgramCode program = open();
        MemberId anna = member;
        MemberId ben = shop.member("ben", START, program);
        member = ben;
        buy("ben", "2026-03-10T12:00:00Z");
        for (MemberId each : List.of(anna, ben)) {
            member = each;
            told("2027-03-10", "2027-02-01T12:00:00Z");
        }
        shop.at("2027-03-12T12:00:00Z");
        shop.put(anna, Shop.order("late", "2027-03-05T12:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        assertThat(lapsesAt("2027-03-12T12:00:00Z")).isTrue();
        assertThat(shop.spendable(ben)).isZero();
        shop.put(ben, Shop.order("ben's", "2027-03-05T12:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        for (MemberId each : List.of(anna, ben)) {
            assertThat(shop.spendable(each)).isEqualTo(20);
        }
        assertThat(shop.number("SELECT count(*) FROM account WHERE inactivity_deadline IS NULL AND lapsed_at IS NULL"))
                .isEqualTo(shop.number("SELECT count(*) FROM account"));
        assertThat(lapsesAt("2028-03-12T12:00:00Z")).as("nobody was told").isFalse();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_notice_of_something_else_is_none_and_the_invariants_watch_it() {
        open();
        told("2027-03-10", "2027-06-01T12:00:00Z");
        assertThat(lapsesAt("2027-07-02T07:00:00Z")).isTrue();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        shop.change("UPDATE account_promise SET planned_at = planned_at + interval '30 days'");
        assertThat(shop.call(() -> invariants.violations()))
                .extracting(Violation::invariant)
                .containsExactly("I7");
        shop.change("UPDATE account_promise SET planned_at = planned_at - interval '30 days'");
    }

    @Test
    void nobody_is_asked_to_tell_of_points_that_a_checkout_holds() {
        shop.open("2026-03-10T12:00:00Z");
        ProgramCode program = shop.publish(
                Shop.template(
                        "CDNOW",
                        "\"consumption\":\"earliest_expiry\"",
                        "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\""),
                START);
        member = shop.member("anna", START, program);
        buy("1", "2026-03-10T12:00:00Z");
        assertThat(shop.call(() -> notices.nextDue())).isPresent();
        shop.change("UPDATE open_lot SET held_points = active_points, active_points = 0");
        assertThat(shop.call(() -> notices.nextDue())).isEmpty();
        shop.at("2027-03-01T12:00:00Z");
        shop.call(() -> notices.askSome(shop.now()));
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.expiring'"))
                .isZero();
        shop.change("UPDATE open_lot SET active_points = held_points, held_points = 0");
    }

    /** What came since lapses by dates of its own: the plan by which the account lapsed has done its work. */
    @Test
    void points_that_came_since_an_account_lapsed_keep_their_own_dates() {
        open(LAPSING);
        told("2027-03-10", "2027-02-01T12:00:00Z");
        assertThat(lapsesAt("2027-03-11T08:00:00Z")).isTrue();
        goodwill("2027-04-01T12:00:00Z");
        goodwill("2027-09-01T12:00:00Z");
        assertThat(shop.call(() -> statements.balances(member)).expiring())
                .extracting(ExpiringPoints::expiresAt)
                .containsExactly(Instant.parse("2029-04-02T07:00:00Z"), Instant.parse("2029-09-02T07:00:00Z"));
        assertThat(told("2029-04-01", "2029-03-01T12:00:00Z").dated())
                .as("told of the first alone")
                .hasSize(1);
        assertThat(lapsesAt("2029-04-02T07:00:00Z")).isTrue();
        assertThat(shop.spendable(member)).isEqualTo(10);
        assertThat(lapsesAt("2029-08-31T07:00:00Z")).isFalse();
        assertThat(shop.spendable(member)).isEqualTo(10);
        buy("2", "2029-08-31T08:00:00Z");
        assertThat(shop.number("SELECT count(*) FROM account_promise WHERE lapsed_at IS NULL"))
                .as("a purchase plans anew")
                .isEqualTo(1);
    }

    private void goodwill(String at) {
        shop.at(at);
        shop.call(() -> adjustments.adjust(new AdjustmentService.Adjustment(
                member,
                Optional.empty(),
                AdjustmentService.Kind.GOODWILL,
                10,
                "GOODWILL",
                "Sorry.",
                Optional.empty())));
    }

    /** A letter that is reported late can't have told of what was earned meanwhile. */
    @Test
    void points_earned_after_a_notice_went_out_wait_for_their_own() {
        shop.open("2026-03-10T12:00:00Z");
        ProgramCode program = shop.publish(
                Shop.template(
                        "CDNOW",
                        "\"expiry\":[{\"kind\":\"after_duration\",\"amount\":12,\"unit\":\"months\",\"start\":\"activity\"}],"
                                + "\"consumption\":\"earliest_expiry\"",
                        "\"expiry\":[{\"kind\":\"fixed_dates\",\"dates\":[\"12-31\"],\"minDays\":40}],"
                                + "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\""),
                START);
        member = shop.member("anna", START, program);
        buy("1", "2026-03-10T12:00:00Z");
        buy("2", "2026-11-20T12:00:00Z");
        Instant letter = Instant.parse("2026-11-01T12:00:00Z");
        NoticeService.Noted noted = shop.call(() -> notices.report(
                new NoticeService.Told(member, Optional.empty(), LocalDate.parse("2026-12-31"), letter)));
        assertThat(noted.dated()).hasSize(1);
        assertThat(lapsesAt("2027-01-01T05:00:00Z")).isTrue();
        assertThat(shop.spendable(member)).as("nobody told of the second").isEqualTo(10);
        assertThat(told("2026-12-31", "2027-01-05T12:00:00Z").dated()).hasSize(1);
        assertThat(lapsesAt("2027-02-05T05:00:00Z")).isTrue();
        assertThat(shop.spendable(member)).isZero();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_notice_is_asked_for_once_and_in_time() {
        open();
        assertThat(shop.call(() -> notices.nextDue())).contains(Instant.parse("2027-02-02T08:00:00Z"));
        shop.at("2027-02-02T08:00:00Z");
        for (int times = 0; times < 2; times++) {
            shop.call(() -> notices.askSome(shop.now()));
        }
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.expiring'"))
                .isEqualTo(1);
        assertThat(shop.text("SELECT payload ->> 'until' FROM outbox_event WHERE type = 'points.expiring'"))
                .isEqualTo("2027-03-10");
    }
}
