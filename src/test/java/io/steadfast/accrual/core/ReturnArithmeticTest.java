package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.MinimumBasket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of the trade that need no database: what a return takes, line by line. */
class ReturnArithmeticTest {

    /** EUR 40: A 20.00 with 10 points of its own, B 10.00 with 20, C 10.00 with none, and 40 points for the order. */
    private static final Order BASKET =
            Orders.paid(Orders.line("A", 1, 2000), Orders.line("B", 1, 1000), Orders.line("C", 1, 1000));

    private static final List<LineBasis> BASIS =
            List.of(new LineBasis("A", 2000), new LineBasis("B", 1000), new LineBasis("C", 1000));

    private static final Grant OWN =
            SimulatedBooks.grant("OWN", List.of(new LineShare("A", 10), new LineShare("B", 20)), Optional.empty());

    private static final Grant ORDER = SimulatedBooks.grant(
            "ORDER", List.of(new LineShare("A", 20), new LineShare("B", 10), new LineShare("C", 10)), Optional.empty());

    @Test
    void returningCTakesTheTenOrderPointsThatBelongToIt() {
        Order returned = BASKET.withReturns(List.of(Orders.goods("r1", "C", 1)));
        assertThat(taken(returned, ORDER)).isEqualTo(10);
        assertThat(taken(returned, OWN)).isZero();
    }

    @Test
    void ofTwoUnitsWorthOnePointTheFirstTakesNothingAndTheSecondTheWhole() {
        Order two = Orders.paid(Orders.line("A", 2, 1000));
        Grant one = SimulatedBooks.grant("RATE", List.of(new LineShare("A", 1)), Optional.empty());
        assertThat(taken(two.withReturns(List.of(Orders.goods("r1", "A", 1))), one))
                .isZero();
        assertThat(taken(two.withReturns(List.of(Orders.goods("r1", "A", 1), Orders.goods("r2", "A", 1))), one))
                .isEqualTo(1);
    }

    /** Of A, B and C at 20, 10 and 10 the half of A had come back: 40 points are spread over what was left, 14, 13 and 13. */
    @Test
    void whatWasGivenAfterAPartCameBackBelongsToWhatWasLeft() {
        Order two = Orders.paid(Orders.line("A", 2, 2000), Orders.line("B", 1, 1000), Orders.line("C", 2, 1000));
        ReturnedParts before = ReturnedParts.of(two.withReturns(List.of(Orders.goods("r1", "A", 1))));
        assertThat(before.takenSince(before, 40, BASIS)).isZero();
        assertThat(since(two, before, Orders.goods("r1", "A", 1), Orders.goods("r2", "C", 1)))
                .isEqualTo(6);
        assertThat(since(two, before, Orders.goods("r1", "A", 1), Orders.goods("r2", "C", 2)))
                .isEqualTo(13);
        assertThat(since(two, before, Orders.goods("r1", "A", 2))).isEqualTo(14);
        assertThat(since(two, before)).isZero();
        assertThat(since(
                        two,
                        before,
                        Orders.goods("r1", "A", 2),
                        Orders.goods("r2", "B", 1),
                        Orders.goods("r3", "C", 2)))
                .isEqualTo(40);
    }

    private static long since(Order order, ReturnedParts before, OrderReturn... returns) {
        return ReturnedParts.of(order.withReturns(List.of(returns))).takenSince(before, 40, BASIS);
    }

    @Test
    void moneyBackOnTheOrderFallsOnTheLinesByTheirAmounts() {
        Order returned = BASKET.withReturns(List.of(Orders.money("r1", Optional.empty(), 1000)));
        assertThat(ReturnedParts.of(returned).taken(ORDER, BASIS))
                .containsExactly(new LineShare("A", 5), new LineShare("B", 2), new LineShare("C", 2));
    }

    @Test
    void moneyBackOnOneLineTakesOfThatLineOnly() {
        Order returned = BASKET.withReturns(List.of(Orders.money("r1", Optional.of("B"), 500)));
        assertThat(ReturnedParts.of(returned).taken(OWN, BASIS)).containsExactly(new LineShare("B", 10));
    }

    @Test
    void goodsAndMoneyTogetherNeverTakeMoreThanTheLine() {
        Order returned = BASKET.withReturns(List.of(
                Orders.goods("r1", "A", 1), Orders.money("r2", Optional.of("A"), 2000), Orders.goods("r3", "A", 7)));
        assertThat(taken(returned, OWN)).isEqualTo(10);
        assertThat(ReceiptWriter.problems(returned)).containsExactly(new Receipt.Problem("RETURN_EXCEEDS_LINE", "A"));
    }

    @Test
    void aWithdrawnReturnTakesNothing() {
        Order returned = BASKET.withReturns(List.of(Orders.goods("r1", "C", 1).withdrawn()));
        assertThat(taken(returned, ORDER)).isZero();
    }

    @Test
    void theReturnOfEverythingButTheFreeItemTakesEverything() {
        Order gift = Orders.paid(Orders.line("A", 1, 2000), Orders.line("FREE", 1, 0));
        Grant grant = SimulatedBooks.grant("RATE", List.of(new LineShare("A", 20)), Optional.empty());
        assertThat(taken(gift.withReturns(List.of(Orders.goods("r1", "A", 1))), grant))
                .isEqualTo(20);
    }

    @Test
    void aProportionalBonusLosesItsShareWhenTheReturnUndercutsItsBasket() {
        Grant bonus = bonus(MinimumBasket.OnReturn.PROPORTIONAL);
        assertThat(taken(BASKET.withReturns(List.of(Orders.goods("r1", "C", 1))), bonus))
                .isEqualTo(25);
    }

    @Test
    void anAllOrNothingBonusStandsWholeWhileTheBasketHoldsAndGoesWholeWhenItDoesNot() {
        Grant bonus = bonus(MinimumBasket.OnReturn.ALL_OR_NOTHING);
        Order holds = BASKET.withReturns(List.of(Orders.money("r1", Optional.of("C"), 500)));
        Order undercuts = BASKET.withReturns(List.of(Orders.goods("r1", "C", 1)));
        assertThat(taken(holds, bonus)).isZero();
        assertThat(taken(undercuts, bonus)).isEqualTo(100);
    }

    @Test
    void aCancelledOrderGivesEverythingBack() {
        Order cancelled = Orders.order(
                Optional.empty(),
                Optional.of(Orders.ANNA),
                OrderStatus.CANCELLED,
                BASKET.lines().toArray(OrderLine[]::new));
        assertThat(taken(cancelled, ORDER)).isEqualTo(40);
        assertThat(taken(cancelled, bonus(MinimumBasket.OnReturn.ALL_OR_NOTHING)))
                .isEqualTo(100);
    }

    @Test
    void anOlderRevisionAfterANewerOneChangesNothing() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(paid(2, Orders.line("A", 1, 3000)));
        var booked = books.booked();
        assertThat(books.arrives(paid(1, Orders.line("A", 1, 9000)))).isEqualTo(OrderArrival.Effect.SUPERSEDED);
        assertThat(books.arrives(paid(2, Orders.line("A", 1, 9000)))).isEqualTo(OrderArrival.Effect.SUPERSEDED);
        assertThat(books.booked()).isEqualTo(booked);
    }

    @Test
    void anOrderThatMovesToAnotherMemberLeavesTheFirstWithNothing() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(Orders.paid(Orders.line("A", 1, 3000)));
        books.arrives(
                Orders.order(Optional.empty(), Optional.of(Orders.BEN), OrderStatus.PAID, Orders.line("A", 1, 3000)));
        assertThat(books.booked().keySet()).isNotEmpty().allMatch(key -> key.contains(Orders.BEN.toString()));
    }

    @Test
    void aReturnThatIsWithdrawnGivesItsPointsBack() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(Orders.paid(Orders.line("A", 2, 3000)));
        var booked = books.booked();
        books.returns(Orders.goods("r1", "A", 1));
        assertThat(books.booked()).isNotEqualTo(booked);
        books.returns(Orders.goods("r1", "A", 1).withdrawn());
        assertThat(books.booked()).isEqualTo(booked);
    }

    @Test
    void whatCannotFollowIsRefusedByName() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(Orders.paid(Orders.line("A", 2, 3000)).withReturns(List.of(Orders.goods("r1", "A", 1))));
        assertThat(books.refusalOf(Orders.order(
                        Optional.empty(), Optional.of(Orders.ANNA), OrderStatus.PLACED, Orders.line("A", 2, 3000))))
                .contains(AccrualRefusal.ORDER_ALREADY_PAID);
        assertThat(books.refusalOf(
                        Orders.paid(Orders.line("A", 2, 3000)).withReturns(List.of(Orders.goods("r1", "A", 2)))))
                .contains(AccrualRefusal.REFERENCE_REUSED);
        assertThat(books.refusalOf(otherInstant())).contains(AccrualRefusal.ORDER_IDENTITY_CHANGED);
    }

    @Test
    void anOrderWithoutMemberEarnsWhenItIsClaimed() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(Orders.order(Optional.empty(), Optional.empty(), OrderStatus.PAID, Orders.line("A", 1, 3000)));
        assertThat(books.booked()).isEmpty();
        books.arrives(Orders.paid(Orders.line("A", 1, 3000)));
        assertThat(books.booked()).isNotEmpty();
    }

    @Test
    void aPlacedOrderEarnsWhenItIsPaid() {
        SimulatedBooks books = new SimulatedBooks();
        books.arrives(Orders.order(
                Optional.empty(), Optional.of(Orders.ANNA), OrderStatus.PLACED, Orders.line("A", 1, 3000)));
        assertThat(books.booked()).isEmpty();
        books.arrives(Orders.paid(Orders.line("A", 1, 3000)));
        assertThat(books.booked()).isNotEmpty();
    }

    private static long taken(Order order, Grant grant) {
        return ReturnedParts.of(order).taken(grant, BASIS).stream()
                .mapToLong(LineShare::points)
                .sum();
    }

    private static Grant bonus(MinimumBasket.OnReturn onReturn) {
        return SimulatedBooks.grant(
                "BONUS",
                List.of(new LineShare("A", 50), new LineShare("B", 25), new LineShare("C", 25)),
                Optional.of(new Grant.Minimum(3500, onReturn)));
    }

    private static Order paid(long revision, OrderLine... lines) {
        return Orders.order(Optional.of(revision), Optional.of(Orders.ANNA), OrderStatus.PAID, lines);
    }

    private static Order otherInstant() {
        Order order = Orders.paid(Orders.line("A", 2, 3000));
        return new Order(
                order.source(),
                order.reference(),
                order.revision(),
                order.member(),
                order.occurredAt().plusSeconds(1),
                order.store(),
                order.channel(),
                order.currency(),
                order.status(),
                order.fulfilledAt(),
                order.tax(),
                order.lines(),
                order.shipping(),
                order.tenders(),
                order.donation(),
                order.returns());
    }
}
