package io.steadfast.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ClientTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueLotsIT extends ClientTest {

    @Test
    void expiry_that_runs_late_and_twice_books_each_lot_once_and_dates_it_when_it_expired() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            MemberId member = books.member();
            members.add(member);
            books.post(member, books.grant(10, until(books, 5)), books.grant(7, until(books, 5)));
            books.post(member, books.grant(20, until(books, 9)), books.grant(100));
        }
        Instant first = books.now.plus(Duration.ofDays(5));
        books.now = books.now.plus(Duration.ofDays(40));
        for (MemberId member : members) {
            assertThat(books.spendable(member)).as("before the job").isEqualTo(100);
        }
        assertThat(books.bookDueLots(25)).isGreaterThan(1);
        assertThat(books.bookDueLots(25)).as("the second run").isZero();
        assertThat(books.number("SELECT count(*) FROM entry WHERE kind = 'EXPIRY'"))
                .isEqualTo(60);
        assertThat(books.number(
                        "SELECT -sum(points) FROM entry WHERE kind = 'EXPIRY' AND effective_at = '" + first + "'"))
                .isEqualTo(30 * 17);
        assertThat(books.spendable(members.get(0))).isEqualTo(100);
        books.requireWhole();
    }

    @Test
    void expiry_and_orders_at_the_same_time_do_no_harm_to_each_other() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        List<MemberId> members = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            MemberId member = books.member();
            members.add(member);
            books.post(member, books.grant(10, until(books, 5)), books.grant(50));
        }
        books.now = books.now.plus(Duration.ofDays(5));
        Thread orders = new Thread(() -> members.forEach(member -> spend(books, member)));
        orders.start();
        books.bookDueLots(7);
        orders.join();
        for (MemberId member : members) {
            assertThat(books.spendable(member)).isEqualTo(45);
        }
        books.requireWhole();
    }

    private static void spend(LedgerSchema books, MemberId member) {
        try {
            books.post(member, LedgerSchema.spend(5));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void pending_points_that_become_active_repay_a_debt_first() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        MemberId member = books.member();
        Posted earned = books.post(member, books.grant(50));
        books.post(member, LedgerSchema.spend(50));
        books.post(
                member,
                new Movement.TakeBack(
                        LedgerSchema.POINTS, earned.entries().get(0).id(), 30, DeficitPolicy.DEBT, LedgerSchema.RULE));
        LotDates later = new LotDates(
                books.now,
                Optional.of(books.now.plus(Duration.ofDays(14))),
                Optional.of(books.now.plus(Duration.ofDays(99))));
        books.post(member, books.grant(40, later));
        books.now = books.now.plus(Duration.ofDays(14));
        assertThat(books.spendable(member)).as("before the job").isEqualTo(10);
        books.bookDueLots(100);
        assertThat(books.spendable(member)).as("after the job").isEqualTo(10);
        assertThat(books.number("SELECT debt_points FROM account")).isZero();
        books.requireWhole();
    }

    /** One lot arrives and ends before the job runs, another arrives before or after it and lives; a third has ended when it arrives. */
    @Test
    void what_is_owed_by_the_clock_is_what_a_late_job_leaves_of_it() throws Exception {
        for (int lives : List.of(1, 3)) {
            LedgerSchema books = LedgerSchema.make();
            MemberId member = books.member();
            Posted earned = books.post(member, books.grant(50));
            books.post(member, LedgerSchema.spend(50));
            Movement takeBack = new Movement.TakeBack(
                    LedgerSchema.POINTS, earned.entries().get(0).id(), 50, DeficitPolicy.DEBT, LedgerSchema.RULE);
            books.post(member, takeBack);
            books.post(
                    member,
                    books.grant(30, new LotDates(books.now, Optional.of(in(books, lives)), Optional.empty())),
                    books.grant(35, new LotDates(books.now, Optional.of(in(books, 2)), Optional.of(in(books, 5)))),
                    books.grant(99, new LotDates(books.now, Optional.of(in(books, 4)), Optional.of(in(books, 4)))));
            books.now = in(books, 10);
            WalletBalance before = books.balance(member);
            assertThat(List.of(before.debt(), before.spendable())).containsExactly(0L, lives == 1 ? 0L : 15L);
            books.bookDueLots(100);
            assertThat(books.balance(member)).as("after the job").isEqualTo(before);
            books.requireWhole();
        }
    }

    private static Instant in(LedgerSchema books, int days) {
        return books.now.plus(Duration.ofDays(days));
    }

    @Test
    void an_account_without_activity_lapses_whole_and_what_comes_after_lives() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        MemberId sleeper = books.member();
        MemberId regular = books.member();
        for (MemberId member : List.of(sleeper, regular)) {
            touched(books, member, 30);
        }
        books.now = books.now.plus(Duration.ofDays(20));
        touched(books, regular, 30);
        books.now = books.now.plus(Duration.ofDays(15));
        assertThat(books.spendable(sleeper)).as("by the clock").isZero();
        assertThat(books.spendable(regular)).isEqualTo(20);
        touched(books, sleeper, 30);
        assertThat(books.spendable(sleeper)).as("what lapsed stays lapsed").isEqualTo(10);
        books.now = books.now.plus(Duration.ofDays(20));
        books.bookDueLots(100);
        assertThat(books.spendable(regular)).isZero();
        assertThat(books.spendable(sleeper)).isEqualTo(10);
        assertThat(books.bookDueLots(100)).isZero();
        books.requireWhole();
    }

    @Test
    void what_was_earned_since_an_account_lapsed_is_usable_before_the_job_has_run() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        MemberId member = books.member();
        Instant deadline = books.now.plus(Duration.ofDays(10));
        books.post(member, books.grant(10));
        books.now = deadline;
        books.post(member, books.grant(30));
        books.post(new Posting(member, books.now, List.of(), Map.of(LedgerSchema.POINTS, deadline)));
        assertThat(books.spendable(member)).as("by the clock").isEqualTo(30);
        books.post(member, LedgerSchema.spend(5));
        assertThat(books.spendable(member)).isEqualTo(25);
        books.bookDueLots(100);
        assertThat(books.spendable(member)).as("by the books").isEqualTo(25);
        books.requireWhole();
    }

    /** Used before the account lapsed, given back after it: by the policy for points whose date has passed, job or no job. */
    @Test
    void what_a_use_gives_back_to_a_lapsed_account_gets_the_date_of_its_policy() throws Exception {
        for (boolean job : List.of(true, false)) {
            LedgerSchema books = LedgerSchema.make();
            MemberId member = books.member();
            touched(books, member, 30);
            UUID use =
                    books.post(member, LedgerSchema.spend(8)).entries().get(0).id();
            books.now = books.now.plus(Duration.ofDays(31));
            if (job) {
                books.bookDueLots(100);
            }
            Instant end = books.now.plus(Duration.ofDays(30));
            for (int times = 0; times < 2; times++) {
                books.post(
                        member,
                        new Movement.GiveBack(
                                LedgerSchema.POINTS, use, 4, ReturnPolicy.atLeastUntil(end), LedgerSchema.RULE));
            }
            assertThat(books.spendable(member)).as("what was left has lapsed").isEqualTo(8);
            books.now = end;
            assertThat(books.spendable(member)).isZero();
            books.bookDueLots(100);
            assertThat(books.number("SELECT count(*) FROM open_lot")).isZero();
            books.requireWhole();
        }
    }

    @Test
    void what_a_hold_frees_in_a_lapsed_account_has_lapsed() throws Exception {
        for (boolean job : List.of(true, false)) {
            LedgerSchema books = LedgerSchema.make();
            MemberId member = books.member();
            touched(books, member, 30);
            UUID hold = books.post(
                            member,
                            new Movement.Reserve(
                                    LedgerSchema.POINTS, 8, ConsumptionOrder.EARLIEST_EXPIRY, LedgerSchema.RULE))
                    .entries()
                    .get(0)
                    .id();
            books.now = books.now.plus(Duration.ofDays(31));
            if (job) {
                books.bookDueLots(100);
            }
            books.post(
                    member, new Movement.Settle(LedgerSchema.POINTS, hold, 3, EntryKind.REDEMPTION, LedgerSchema.RULE));
            assertThat(books.spendable(member)).as("by the clock").isZero();
            books.bookDueLots(100);
            assertThat(books.number("SELECT -sum(points) FROM entry WHERE kind = 'EXPIRY'"))
                    .isEqualTo(7);
            assertThat(books.number("SELECT count(*) FROM open_lot")).isZero();
            books.requireWhole();
        }
    }

    /** Of two lots one is used in part and one held, and one deadline later a second order comes late. */
    @Test
    void an_order_from_before_the_deadline_keeps_the_account_alive_though_the_job_has_run() throws Exception {
        for (boolean job : List.of(true, false)) {
            LedgerSchema books = LedgerSchema.make();
            MemberId member = books.member();
            Instant start = books.now;
            books.post(member, books.grant(10, until(books, 400)));
            touched(books, member, 30);
            Movement reserve =
                    new Movement.Reserve(LedgerSchema.POINTS, 8, ConsumptionOrder.EARLIEST_EXPIRY, LedgerSchema.RULE);
            UUID hold = books.post(member, reserve).entries().get(0).id();
            books.now = start.plus(Duration.ofDays(31));
            if (job) {
                books.bookDueLots(100);
            }
            late(books, member, start.plus(Duration.ofDays(20)));
            assertThat(books.spendable(member)).isEqualTo(22);
            assertThat(books.number("SELECT count(*) FROM account WHERE lapsed_at IS NULL AND inactivity_deadline = '"
                            + start.plus(Duration.ofDays(50)) + "'"))
                    .isEqualTo(1);
            books.post(
                    member, new Movement.Settle(LedgerSchema.POINTS, hold, 0, EntryKind.REDEMPTION, LedgerSchema.RULE));
            books.now = start.plus(Duration.ofDays(49));
            assertThat(books.spendable(member)).isEqualTo(30);
            books.requireWhole();
            books.now = start.plus(Duration.ofDays(51));
            books.bookDueLots(100);
            touched(books, member, 30);
            late(books, member, start.plus(Duration.ofDays(30)));
            assertThat(books.spendable(member)).as("revived by both").isEqualTo(50);
            assertThat(books.number("SELECT count(*) FROM account_lapse")).isZero();
            books.requireWhole();
        }
    }

    private static void late(LedgerSchema books, MemberId member, Instant at) throws Exception {
        books.post(new Posting(
                member,
                at,
                List.of(books.grant(10, LotDates.usableFrom(at))),
                Map.of(LedgerSchema.POINTS, at.plus(Duration.ofDays(30)))));
    }

    private static void touched(LedgerSchema books, MemberId member, int days) throws Exception {
        books.post(new Posting(
                member,
                books.now,
                List.of(books.grant(10)),
                Map.of(LedgerSchema.POINTS, books.now.plus(Duration.ofDays(days)))));
    }

    private static LotDates until(LedgerSchema books, int days) {
        return LotDates.usableFrom(books.now).until(books.now.plus(Duration.ofDays(days)));
    }
}
