package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MemberService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders that are said once more otherwise: what paid for them, what a block means, and what caps leave them. */
class CorrectedOrdersIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    HoldService holds;

    @Inject
    WalletChoice wallets;

    @Inject
    MemberService members;

    private MemberId anna;

    private void open(String... replacements) {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish(Shop.template("P1", replacements), START);
        anna = shop.member("anna", START, program);
    }

    private static Order order(String reference, long amount) {
        return Shop.order(reference, BOUGHT, "GBP", Shop.line("A", 2, amount));
    }

    /** 100 points, of which 60 paid for a part of an order of two things. */
    private Tender paidByHold() {
        shop.put(anna, order("1001", 10_000));
        WalletTerms wallet = shop.call(() -> wallets.one(anna, Optional.empty()));
        Cause.Subject subject = new Cause.Subject("shop", "1002");
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                "h-1", anna, wallet, 60, Duration.ofMinutes(10), Optional.of(subject), Optional.empty())));
        shop.call(() -> holds.commit("h-1", 60, Optional.of(subject)));
        return new Tender(Tender.Kind.POINTS, 1000, Optional.of(new Tender.PaidBy(Tender.PaidBy.Means.HOLD, "h-1")));
    }

    private static Order second(Tender... tenders) {
        return Shop.with(order("1002", 1000), OrderStatus.PAID, Optional.empty(), List.of(tenders));
    }

    private long back() {
        return shop.number("SELECT coalesce(sum(points), 0) FROM allocation WHERE from_state = 'SPENT'");
    }

    @Test
    void a_hold_that_two_tenders_name_pays_and_comes_back_once() {
        open();
        Tender hold = paidByHold();
        Receipt receipt = shop.put(anna, second(hold, hold)).receipt();
        assertThat(receipt.problems()).containsExactly(new Receipt.Problem("TENDER_UNMATCHED", "h-1"));
        shop.giveBack(second(hold, hold), Shop.goods("r1", BOUGHT, "A", 2));
        assertThat(back()).isEqualTo(60);
        assertThat(shop.spendable(anna)).isEqualTo(100);
    }

    @Test
    void what_came_back_of_points_is_known_however_the_order_is_said_meanwhile() {
        open();
        Tender hold = paidByHold();
        Tender card = new Tender(Tender.Kind.CARD, 1000, Optional.empty());
        shop.put(anna, second(hold));
        shop.giveBack(second(hold), Shop.goods("r1", BOUGHT, "A", 1));
        assertThat(back()).isEqualTo(30);
        shop.put(anna, second(card));
        shop.put(anna, second(hold));
        assertThat(back()).as("named again").isEqualTo(30);
        shop.put(Optional.empty(), second(hold));
        shop.put(anna, second(hold));
        assertThat(back()).as("somebody's again").isEqualTo(30);
        shop.giveBack(second(hold), Shop.goods("r2", BOUGHT, "A", 1));
        assertThat(back()).isEqualTo(60);
        assertThat(shop.spendable(anna)).isEqualTo(100);
    }

    @Test
    void an_order_from_before_a_block_can_be_corrected_and_keeps_what_it_earned() {
        open();
        shop.put(anna, order("1001", 10_000));
        shop.call(() -> members.block(anna, "FRAUD"));
        shop.put(anna, order("1001", 8_000));
        assertThat(shop.spendable(anna)).isEqualTo(80);
        shop.put(anna, order("1002", 5_000));
        assertThat(shop.spendable(anna)).as("a new order earns nothing").isEqualTo(80);
        shop.call(() -> members.unblock(anna, "CLEARED"));
        shop.put(anna, order("1001", 9_000));
        assertThat(shop.spendable(anna)).isEqualTo(90);
    }

    @Test
    void a_corrected_order_gets_what_the_other_orders_leave_of_a_cap() {
        open("\"limit\":2000", "\"limit\":100");
        shop.put(anna, order("1001", 6_000));
        shop.put(anna, order("1002", 4_000));
        shop.put(anna, order("1001", 10_000));
        assertThat(shop.spendable(anna)).as("60 of its own and no more").isEqualTo(100);
        shop.put(
                anna,
                Shop.with(
                        order("1001", 10_000),
                        OrderStatus.CANCELLED,
                        Optional.empty(),
                        order("1001", 1).tenders()));
        shop.put(anna, order("1002", 9_000));
        assertThat(shop.spendable(anna)).as("what a cancelled order left").isEqualTo(90);
    }
}
