package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.AdjustmentService.Kind;
import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.core.Cause;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.CountedSockets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A correction that was made for an order goes back with it; goodwill stays. */
class CorrectionFollowerIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";
    private static final String BACK = "2026-03-14T11:00:00Z";

    @Inject
    Shop shop;

    @Inject
    AdjustmentService adjustments;

    @Inject
    ReplayService replay;

    @Inject
    Invariants invariants;

    private ProgramCode program;
    private MemberId anna;

    private void open() {
        shop.open("2026-03-14T12:00:00Z");
        program = shop.publish("P1", START);
        anna = shop.member("anna", START, program);
    }

    private static Order order() {
        return Shop.order("1001", BOUGHT, "GBP", Shop.line("A", 3, 6000), Shop.line("B", 1, 4000));
    }

    private void adjust(Kind kind, long points) {
        shop.call(() -> adjustments.adjust(new Adjustment(
                anna,
                Optional.empty(),
                kind,
                points,
                "WRONG_PRICE",
                "Told us at the counter.",
                Optional.of(new Cause.Subject("shop", "1001")))));
    }

    private static Order as(OrderStatus status) {
        return Shop.with(order(), status, Optional.empty(), List.of());
    }

    @AfterEach
    void the_books_hold() {
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_cancelled_order_takes_its_correction_along_and_leaves_goodwill() {
        open();
        shop.put(anna, order());
        adjust(Kind.CORRECTION, 50);
        adjust(Kind.GOODWILL, 7);
        assertThat(shop.spendable(anna)).isEqualTo(157);
        Receipt cancelled = shop.put(anna, as(OrderStatus.CANCELLED)).receipt();
        assertThat(shop.spendable(anna)).isEqualTo(7);
        assertThat(cancelled.balance().wallets().get(0).spendable()).isEqualTo(7);
        shop.put(anna, as(OrderStatus.PAID));
        assertThat(shop.spendable(anna)).isEqualTo(157);
        shop.put(anna, as(OrderStatus.CANCELLED));
        assertThat(shop.spendable(anna)).isEqualTo(7);
    }

    @Test
    void a_part_of_the_order_takes_its_part_of_the_correction_and_a_withdrawn_return_gives_it_back() {
        open();
        shop.put(anna, order());
        // 50 spread by 60 to 40: 30 on A, 20 on B.
        adjust(Kind.CORRECTION, 50);
        shop.giveBack(order(), Shop.goods("r1", BACK, "A", 1));
        assertThat(shop.spendable(anna)).isEqualTo(100 - 20 + 50 - 10);
        shop.giveBack(order(), Shop.goods("r2", BACK, "B", 1));
        assertThat(shop.spendable(anna)).isEqualTo(40 + 20);
        shop.giveBack(order(), Shop.goods("r2", BACK, "B", 1).withdrawn());
        assertThat(shop.spendable(anna)).isEqualTo(80 + 40);
        shop.giveBack(order(), Shop.goods("r3", BACK, "B", 1));
        shop.giveBack(order(), Shop.goods("r4", BACK, "A", 2));
        assertThat(shop.spendable(anna)).isZero();
        assertThat(shop.number("SELECT sum(lifetime_points) FROM entry")).isZero();
    }

    /** 50 for the 40 that are left of A and the 40 of B: 25 each; what came back before takes nothing of them. */
    @Test
    void a_correction_made_after_a_partial_return_is_for_what_was_left() {
        open();
        shop.put(anna, order());
        shop.giveBack(order(), Shop.goods("r1", BACK, "A", 1));
        adjust(Kind.CORRECTION, 50);
        shop.giveBack(order(), Shop.goods("r2", BACK, "B", 1));
        assertThat(shop.spendable(anna)).isEqualTo(40 + 25);
        shop.giveBack(order(), Shop.goods("r2", BACK, "B", 1).withdrawn());
        assertThat(shop.spendable(anna)).isEqualTo(80 + 50);
        shop.giveBack(order(), Shop.goods("r1", BACK, "A", 1).withdrawn());
        assertThat(shop.spendable(anna)).isEqualTo(100 + 50);
        shop.put(anna, as(OrderStatus.CANCELLED));
        assertThat(shop.spendable(anna)).isZero();
    }

    @Test
    void points_that_a_correction_took_come_back_with_the_order() {
        open();
        shop.put(anna, order());
        adjust(Kind.CORRECTION, -50);
        shop.giveBack(order(), Shop.goods("r1", BACK, "B", 1));
        assertThat(shop.spendable(anna)).isEqualTo(100 - 40 - 50 + 20);
        shop.put(anna, as(OrderStatus.CANCELLED));
        assertThat(shop.spendable(anna)).isZero();
        Receipt again = shop.put(anna, as(OrderStatus.PAID)).receipt();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void a_correction_stays_with_whom_it_was_made_for_only_as_long_as_the_order_does() {
        open();
        shop.put(anna, order());
        adjust(Kind.CORRECTION, 50);
        MemberId ben = shop.member("ben", START, program);
        shop.put(ben, order());
        assertThat(shop.spendable(anna)).isZero();
        assertThat(shop.spendable(ben)).isEqualTo(100);
        shop.put(anna, order());
        assertThat(shop.spendable(anna)).isEqualTo(150);
        assertThat(shop.spendable(ben)).isZero();
    }

    @Test
    void a_correction_whose_points_are_gone_is_owed() {
        open();
        shop.put(anna, order());
        adjust(Kind.CORRECTION, 50);
        shop.call(() -> adjustments.adjust(new Adjustment(
                anna, Optional.empty(), Kind.CORRECTION, -150, "SPENT", "All of it.", Optional.empty())));
        shop.put(anna, as(OrderStatus.CANCELLED));
        assertThat(shop.spendable(anna)).isEqualTo(-150);
    }

    @Test
    void what_rules_granted_can_still_be_judged_again() {
        open();
        shop.put(anna, order());
        adjust(Kind.CORRECTION, 50);
        shop.giveBack(order(), Shop.goods("r1", BACK, "A", 1));
        assertThat(shop.call(() -> replay.orders(new UUID(0, 0), 1_000)).differences())
                .isEmpty();
    }

    @Test
    void a_return_of_an_order_that_nobody_corrected_costs_no_more_round_trips() {
        open();
        shop.put(anna, order());
        assertThat(trips("r1")).isLessThanOrEqualTo(7 + 2);
        adjust(Kind.CORRECTION, 50);
        assertThat(trips("r2")).isLessThanOrEqualTo(7 + 2 + 4);
    }

    /** With schema and role at the transaction's begin, and its commit. */
    private long trips(String returnId) {
        long before = CountedSockets.trips();
        shop.giveBack(order(), Shop.goods(returnId, BACK, "A", 1));
        return CountedSockets.trips() - before;
    }
}
