package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.accrual.core.WrittenSale;
import io.steadfast.ledger.DueService;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.PeriodService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.ErasureService;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

/** The cases of the trade that need the books. */
class OrderCasesIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";
    private static final String RATE_ONE = "\"points\":1,\"per\":{\"GBP\":100}";
    private static final String RATE_TWO = "\"points\":2,\"per\":{\"GBP\":100}";

    @Inject
    Shop shop;

    @Inject
    LedgerService ledger;

    @Inject
    HoldService holds;

    @Inject
    WalletChoice wallets;

    @Inject
    DueService due;

    @Inject
    PeriodService periods;

    @Inject
    ErasureService erasure;

    @Inject
    UserTransaction transaction;

    private MemberId anna;

    private void open(String... replacements) {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish(Shop.template("P1", replacements), START);
        anna = shop.member("anna", START, program);
    }

    private static Order order(long amount) {
        return Shop.order("1001", BOUGHT, "GBP", Shop.line("A", 2, amount));
    }

    @Test
    void aReturnAfterTheRuleDoubledTakesWhatWasGivenThen() {
        open();
        shop.put(anna, order(4000));
        shop.publish(Shop.template("P1", RATE_ONE, RATE_TWO), "2026-03-14T12:10:00Z");
        shop.at("2026-03-20T12:00:00Z");
        Receipt receipt = shop.giveBack(order(4000), Shop.goods("r1", "2026-03-20T11:00:00Z", "A", 1))
                .receipt();
        assertThat(Shop.granted(receipt)).isEqualTo(40);
        assertThat(Shop.taken(receipt)).isEqualTo(20);
        assertThat(shop.spendable(anna)).isEqualTo(20);
    }

    @Test
    void aLateOrderIsJudgedByTheVersionOfItsOwnDate() {
        open();
        shop.publish(Shop.template("P1", RATE_ONE, RATE_TWO), "2026-03-14T12:10:00Z");
        shop.at("2026-05-02T12:00:00Z");
        assertThat(Shop.granted(shop.put(anna, order(4000)).receipt())).isEqualTo(40);
        Order today = Shop.order("1002", "2026-05-02T11:00:00Z", "GBP", Shop.line("A", 1, 4000));
        assertThat(Shop.granted(shop.put(anna, today).receipt())).isEqualTo(80);
    }

    @Test
    void changedLinesAreJudgedOnceMoreByTheFirstVersion() {
        open();
        shop.put(anna, order(4000));
        shop.publish(Shop.template("P1", RATE_ONE, RATE_TWO), "2026-03-14T12:10:00Z");
        shop.at("2026-03-20T12:00:00Z");
        Receipt receipt = shop.put(anna, order(5000)).receipt();
        assertThat(Shop.granted(receipt)).isEqualTo(50);
        assertThat(receipt.programs().get(0).version()).contains(1);
        assertThat(shop.spendable(anna)).isEqualTo(50);
        assertThat(Shop.granted(shop.put(anna, order(1000)).receipt())).isEqualTo(10);
        assertThat(shop.spendable(anna)).isEqualTo(10);
    }

    @Test
    void anOrderThatMovesToAnotherMemberIsTakenFromTheFirst() {
        open();
        MemberId ben = shop.member("ben", START, new ProgramCode("simple-points"));
        shop.put(anna, order(4000));
        Receipt receipt = shop.put(ben, order(4000)).receipt();
        assertThat(receipt.memberId()).contains(ben);
        assertThat(shop.spendable(anna)).isZero();
        assertThat(shop.spendable(ben)).isEqualTo(40);
    }

    @Test
    void aCancelledOrderIsTakenBackAndAWithdrawnReturnIsGivenBack() {
        open();
        shop.put(anna, order(4000));
        shop.giveBack(order(4000), Shop.goods("r1", BOUGHT, "A", 1));
        assertThat(shop.spendable(anna)).isEqualTo(20);
        shop.giveBack(order(4000), Shop.goods("r1", BOUGHT, "A", 1).withdrawn());
        assertThat(shop.spendable(anna)).isEqualTo(40);
        Receipt receipt = shop.put(anna, Shop.with(order(4000), OrderStatus.CANCELLED, Optional.empty(), List.of()))
                .receipt();
        assertThat(Shop.taken(receipt)).isEqualTo(40);
        assertThat(shop.spendable(anna)).isZero();
    }

    @Test
    void anOlderRevisionChangesNothingAndSaysSo() {
        open();
        Receipt second = shop.put(anna, Shop.with(order(4000), OrderStatus.PAID, Optional.of(2L), List.of()))
                .receipt();
        Receipt first = shop.put(anna, Shop.with(order(9000), OrderStatus.PAID, Optional.of(1L), List.of()))
                .receipt();
        assertThat(first).isEqualTo(second.asSuperseded());
        assertThat(shop.spendable(anna)).isEqualTo(40);
    }

    @Test
    void anOrderOfNothingIsRecordedAndEarnsNothing() {
        open();
        Recorded recorded = shop.put(anna, Shop.order("1001", BOUGHT, "GBP", Shop.line("A", 1, 0)));
        assertThat(recorded.effect()).isEqualTo(Recorded.Effect.NEW);
        assertThat(Shop.granted(recorded.receipt())).isZero();
        assertThat(Shop.skipped(recorded.receipt())).isNotEmpty();
        assertThat(shop.number("SELECT count(*) FROM purchase_order")).isEqualTo(1);
    }

    @Test
    void pointsSpentMeanwhileAreOwedForgivenOrShownBelowZero() throws Exception {
        assertThat(afterSpendingAndReturning("debt")).isEqualTo(-40);
        assertThat(afterSpendingAndReturning("negative")).isEqualTo(-40);
        assertThat(afterSpendingAndReturning("clamp")).isZero();
        assertThat(afterSpendingAndReturning("pending_first")).isEqualTo(-40);
    }

    private long afterSpendingAndReturning(String policy) throws Exception {
        open("\"deficit\":\"debt\"", "\"deficit\":\"" + policy + "\"");
        shop.put(anna, order(4000));
        spend(40);
        shop.put(anna, Shop.with(order(4000), OrderStatus.CANCELLED, Optional.empty(), List.of()));
        return shop.spendable(anna);
    }

    @Test
    void anOrderCancelledAfterItsPointsBecameActiveGivesThemBack() {
        open(
                "\"pending\":{\"kind\":\"immediate\"},\"budgets\":[]",
                "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"},\"budgets\":[]");
        Receipt paid = shop.put(anna, order(4000)).receipt();
        assertThat(paid.programs().get(0).granted().get(0).state()).isEqualTo(Receipt.State.PENDING);
        shop.at("2026-04-01T12:00:00Z");
        shop.call(() -> {
            while (due.bookDueLots(shop.now())) {
                // Each chunk is a transaction of its own.
            }
            return anna;
        });
        assertThat(shop.spendable(anna)).isEqualTo(40);
        shop.put(anna, Shop.with(order(4000), OrderStatus.CANCELLED, Optional.empty(), List.of()));
        assertThat(shop.spendable(anna)).isZero();
        assertThat(shop.number("SELECT sum(pending_points) FROM account")).isZero();
    }

    @Test
    void aLateOrderOfAnEarlierTierMonthAndVersionIsJudgedByItsOwnDateAndPostedToday() {
        shop.open("2026-05-02T12:00:00Z");
        ProgramCode beauty = shop.publish("P2", "2026-01-01T08:00:00Z");
        shop.publish(Shop.template("P2", "\"threshold\":35000", "\"threshold\":40000"), "2026-05-02T12:10:00Z");
        anna = shop.member("anna", "2026-01-01T08:00:00Z", beauty);
        shop.put(anna, Shop.order("1", "2026-03-20T10:00:00Z", "USD", Shop.line("A", 1, 350_00)));
        shop.at("2026-06-03T12:00:00Z");
        shop.call(() -> {
            periods.close(YearMonth.parse("2026-03"));
            return anna;
        });
        Order late = Shop.order("2", "2026-03-10T10:00:00Z", "USD", Shop.line("A", 1, 70_50));
        Receipt receipt = shop.put(anna, late).receipt();
        assertThat(Shop.granted(receipt)).isEqualTo(70);
        assertThat(receipt.programs().get(0).version()).contains(1);
        assertThat(shop.text("SELECT effective_at::date || ' ' || posting_date FROM entry WHERE reference = '2'"))
                .isEqualTo("2026-03-10 2026-06-03");
    }

    private void spend(long points) {
        shop.call(() -> {
            transaction.begin();
            ledger.lockMember(anna);
            ledger.post(Posting.of(
                    anna,
                    shop.now(),
                    new Movement.Spend(
                            EntryKind.REDEMPTION,
                            new WalletCode("points"),
                            points,
                            ConsumptionOrder.EARLIEST_EXPIRY,
                            Cause.job("TEST"))));
            transaction.commit();
            return anna;
        });
    }

    private Order partlyPaidWithPoints(long points) {
        shop.put(anna, order(10_000));
        Order second = Shop.order("1002", BOUGHT, "GBP", Shop.line("A", 2, 4000));
        WalletTerms wallet = shop.call(() -> wallets.one(anna, Optional.empty()));
        Cause.Subject subject = new Cause.Subject("shop", "1002");
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                "h-1", anna, wallet, points, Duration.ofMinutes(10), Optional.of(subject), Optional.empty())));
        shop.call(() -> holds.commit("h-1", points, Optional.of(subject)));
        Tender.PaidBy hold = new Tender.PaidBy(Tender.PaidBy.Means.HOLD, "h-1");
        return Shop.with(
                second,
                OrderStatus.PAID,
                Optional.empty(),
                List.of(
                        new Tender(Tender.Kind.POINTS, 1000, Optional.of(hold)),
                        new Tender(Tender.Kind.CARD, 3000, Optional.empty())));
    }

    @Test
    void pointsThatPaidForAnOrderComeBackWithItsReturnAndAreSpentAgainWhenItIsWithdrawn() {
        open();
        Order second = partlyPaidWithPoints(61);
        assertThat(shop.spendable(anna)).isEqualTo(100 - 61);
        Receipt paid = shop.put(anna, second).receipt();
        assertThat(paid.problems()).isEmpty();
        assertThat(Shop.granted(paid)).isEqualTo(30);
        assertThat(shop.spendable(anna)).isEqualTo(100 - 61 + 30);
        shop.giveBack(second, Shop.goods("r1", BOUGHT, "A", 1));
        assertThat(shop.spendable(anna)).isEqualTo(100 - 61 + 30 + 30 - 15);
        Receipt withdrawn = shop.giveBack(
                        second, Shop.goods("r1", BOUGHT, "A", 1).withdrawn())
                .receipt();
        assertThat(withdrawn.problems()).isEmpty();
        assertThat(shop.spendable(anna)).isEqualTo(100 - 61 + 30);
        shop.giveBack(second, Shop.goods("r2", BOUGHT, "A", 1));
        shop.giveBack(second, Shop.goods("r3", BOUGHT, "A", 1));
        assertThat(shop.spendable(anna)).isEqualTo(100);
        assertThat(shop.number("SELECT sum(points) FROM allocation WHERE to_state = 'SPENT'")
                        - shop.number("SELECT sum(points) FROM allocation WHERE from_state = 'SPENT'"))
                .isZero();
    }

    @Test
    void aCancelledOrderGivesBackThePointsThatPaidForIt() {
        open();
        Order second = partlyPaidWithPoints(61);
        shop.put(anna, second);
        shop.put(anna, Shop.with(second, OrderStatus.CANCELLED, Optional.empty(), second.tenders()));
        assertThat(shop.spendable(anna)).isEqualTo(100);
    }

    @Test
    void pointsThatAreGoneWhenAReturnIsWithdrawnAreAProblemOnTheReceipt() throws Exception {
        open();
        Order second = partlyPaidWithPoints(100);
        shop.put(anna, second);
        shop.giveBack(second, Shop.goods("r1", BOUGHT, "A", 2));
        assertThat(shop.spendable(anna)).isEqualTo(100);
        spend(80);
        Receipt withdrawn = shop.giveBack(
                        second, Shop.goods("r1", BOUGHT, "A", 2).withdrawn())
                .receipt();
        assertThat(withdrawn.problems()).containsExactly(new Receipt.Problem("POINTS_NOT_SPENT_AGAIN", "h-1"));
        assertThat(shop.spendable(anna)).isEqualTo(30);
    }

    @Test
    void whoIsNotEnrolledYetOrPaysInAnotherCurrencyIsToldWhy() {
        open();
        MemberId late = shop.member("late", "2026-03-14T11:00:00Z", new ProgramCode("simple-points"));
        assertThat(Shop.skipped(shop.put(late, order(4000)).receipt())).contains("NOT_ENROLLED");
        Order dollars = Shop.order("1002", BOUGHT, "USD", Shop.line("A", 1, 4000));
        assertThat(Shop.skipped(shop.put(anna, dollars).receipt())).contains("CURRENCY_NOT_ACCEPTED");
        MemberId early = shop.member("early", "2025-06-01T00:00:00Z", new ProgramCode("simple-points"));
        Order before = Shop.order("1003", "2025-12-31T10:00:00Z", "GBP", Shop.line("A", 1, 4000));
        assertThat(Shop.skipped(shop.put(early, before).receipt())).contains("NOT_IN_FORCE");
    }

    @Test
    void whatCannotBeTakenIsRefusedByName() {
        open();
        shop.put(anna, order(4000));
        Optional<NamedMember> nobody = Optional.of(new NamedMember(NamedMember.By.EXTERNAL_ID, "nobody"));
        assertRefused(AccrualRefusal.MEMBER_UNKNOWN, () -> shop.put(nobody, order(4000)));
        assertRefused(
                AccrualRefusal.OCCURRED_IN_FUTURE,
                () -> shop.put(anna, Shop.order("2", "2026-03-14T12:05:01Z", "GBP", Shop.line("A", 1, 1))));
        assertRefused(
                AccrualRefusal.ORDER_IDENTITY_CHANGED,
                () -> shop.put(anna, Shop.order("1001", BOUGHT, "EUR", Shop.line("A", 2, 4000))));
        assertRefused(
                AccrualRefusal.ORDER_ALREADY_PAID,
                () -> shop.put(anna, Shop.with(order(4000), OrderStatus.PLACED, Optional.empty(), List.of())));
        shop.giveBack(order(4000), Shop.goods("r1", BOUGHT, "A", 1));
        assertRefused(
                AccrualRefusal.REFERENCE_REUSED, () -> shop.giveBack(order(4000), Shop.goods("r1", BOUGHT, "A", 2)));
        assertRefused(AccrualRefusal.LINE_UNKNOWN, () -> shop.giveBack(order(4000), Shop.goods("r2", BOUGHT, "Z", 1)));
        assertRefused(
                AccrualRefusal.ORDER_UNKNOWN,
                () -> shop.giveBack(
                        Shop.order("none", BOUGHT, "GBP", Shop.line("A", 1, 1)), Shop.goods("r", BOUGHT, "A", 1)));
        shop.does(anna, "review", "r-1", BOUGHT);
        assertThat(shop.does(anna, "review", "r-1", BOUGHT).effect()).isEqualTo(Recorded.Effect.REPEATED);
        assertRefused(AccrualRefusal.REFERENCE_REUSED, () -> shop.does(anna, "review", "r-1", "2026-03-14T10:00:01Z"));
    }

    private static void assertRefused(AccrualRefusal reason, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void anOrderNobodyClaimedEarnsWhenSomebodyDoes() {
        open();
        Receipt unclaimed = shop.put(Optional.empty(), order(4000)).receipt();
        assertThat(unclaimed.programs()).isEmpty();
        assertThat(Shop.granted(shop.put(anna, order(4000)).receipt())).isEqualTo(40);
        assertThat(shop.spendable(anna)).isEqualTo(40);
    }

    @Test
    void aSimulationAnswersTheSameAndWritesNothing() {
        open();
        ReportedOrder reported =
                new ReportedOrder(order(4000), Optional.of(new NamedMember(NamedMember.By.EXTERNAL_ID, "anna")));
        Receipt simulated = shop.call(() -> shop.accrual.simulate(reported)).receipt();
        assertThat(Shop.granted(simulated)).isEqualTo(40);
        assertThat(shop.number("SELECT count(*) FROM purchase_order")).isZero();
        assertThat(shop.number("SELECT count(*) FROM entry")).isZero();
        assertThat(shop.number("SELECT count(*) FROM receipt")).isZero();
    }

    @Test
    void aMemberOfTwoProgramsGetsOneReceiptWithAPartForEach() {
        open();
        ProgramCode other = shop.publish(
                Shop.template(
                        "P1",
                        "\"code\":\"simple-points\"",
                        "\"code\":\"second\"",
                        "\"code\":\"points\"",
                        "\"code\":\"second-points\"",
                        "\"wallet\":\"points\"",
                        "\"wallet\":\"second-points\"",
                        RATE_ONE,
                        RATE_TWO),
                START);
        MemberId both = shop.member("both", START, new ProgramCode("simple-points"), other);
        Receipt receipt = shop.put(both, order(4000)).receipt();
        assertThat(receipt.programs())
                .extracting(part -> part.program().value())
                .containsExactly("second", "simple-points");
        assertThat(receipt.programs().get(0).granted().get(0).points()).isEqualTo(80);
        assertThat(receipt.programs().get(1).granted().get(0).points()).isEqualTo(40);
        assertThat(receipt.balance().wallets()).hasSize(2);
    }

    @Test
    void aBatchTakesWhatItCanAndRefusesOnlyWhatItMust() {
        open();
        ReportedOrder good =
                new ReportedOrder(order(4000), Optional.of(new NamedMember(NamedMember.By.EXTERNAL_ID, "anna")));
        ReportedOrder bad = new ReportedOrder(
                Shop.order("1002", BOUGHT, "GBP", Shop.line("A", 1, 100)),
                Optional.of(new NamedMember(NamedMember.By.EXTERNAL_ID, "nobody")));
        List<AccrualService.BatchResult> results = shop.call(() -> shop.accrual.recordAll(List.of(good, bad, good)));
        assertThat(results.get(0).recorded().orElseThrow().effect()).isEqualTo(Recorded.Effect.NEW);
        assertThat(results.get(1).refusal().orElseThrow().reason()).isEqualTo(AccrualRefusal.MEMBER_UNKNOWN);
        assertThat(results.get(2).recorded().orElseThrow().effect()).isEqualTo(Recorded.Effect.REPEATED);
        assertThat(shop.spendable(anna)).isEqualTo(40);
    }

    @Test
    void an_order_is_returned_or_given_to_nobody_though_its_member_was_erased() {
        open(
                "\"pending\":{\"kind\":\"immediate\"}",
                "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"}");
        Order other = Shop.order("1002", BOUGHT, "GBP", Shop.line("A", 1, 30_00));
        shop.put(anna, order(4000));
        shop.put(anna, other);
        shop.at("2026-03-17T12:00:00Z");
        shop.call(() -> {
            erasure.erase(anna);
            return true;
        });
        shop.at("2026-03-19T12:00:00Z");
        for (String back : List.of("r1", "r2")) {
            shop.giveBack(order(4000), Shop.goods(back, "2026-03-19T11:00:00Z", "A", 1));
        }
        shop.put(Optional.empty(), other);
        assertThat(shop.number(
                        "SELECT sum(pending_points + active_points + debt_points + lifetime_points) FROM account"))
                .isZero();
        assertThat(shop.number("SELECT sum(debt_points) FROM account")).isZero();
    }

    @Test
    void batches_of_receipts_that_staff_wrote_down_before_stand_in_nobodys_way() {
        open();
        MemberId ben = shop.member("ben", START, new ProgramCode("simple-points"));
        for (int round = 0; round < 15; round++) {
            Order ofAnna = written("a" + round);
            Order ofBen = written("b" + round);
            shop.put(anna, ofAnna);
            shop.put(ben, ofBen);
            List<ReportedOrder> forth = List.of(reported("a" + round), reported("b" + round));
            List<ReportedOrder> back = List.of(forth.get(1), forth.get(0));
            Shop.atOnce(2, number -> shop.call(() -> shop.accrual.recordAll(number == 0 ? forth : back)))
                    .forEach(results -> assertThat(results)
                            .allMatch(result -> result.recorded().isPresent()));
        }
        assertThat(shop.spendable(anna)).isEqualTo(15 * 10);
        assertThat(shop.spendable(ben)).isEqualTo(15 * 10);
    }

    private static Order written(String reference) {
        OrderLine line = new OrderLine(
                "1",
                "sale",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                10_00,
                0,
                0,
                Set.of(WrittenSale.TAG),
                Map.of());
        return Shop.order(reference, BOUGHT, "GBP", line);
    }

    /** By its till, which knows no member. */
    private static ReportedOrder reported(String reference) {
        return new ReportedOrder(Shop.order(reference, BOUGHT, "GBP", Shop.line("A", 1, 10_00)), Optional.empty());
    }
}
