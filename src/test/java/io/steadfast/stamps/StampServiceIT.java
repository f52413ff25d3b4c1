package io.steadfast.stamps;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.core.StampRefusal;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherHoldService;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The coffee card (P10): the acceptance figures of the program. */
class StampServiceIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T00:00:00Z";

    @Inject
    Shop shop;

    @Inject
    StampService stamps;

    @Inject
    VoucherService vouchers;

    @Inject
    VoucherHoldService holds;

    private final List<Order> orders = new ArrayList<>();

    @Test
    void the_tenth_stamp_issues_the_voucher_and_a_return_before_its_use_voids_it() {
        MemberId member = open(Shop.template("P10"));
        Assertions.assertThatThrownBy(() -> shop.call(() -> stamps.stamp(member, "nobodys", UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(StampRefusal.CARD_UNKNOWN));
        drinks(member, 9);
        assertThat(states(member)).isEmpty();
        Receipt tenth = drink(member, 10, "drinks/coffee", 3_00);
        assertThat(states(member)).containsExactly(VoucherState.ACTIVE);
        Receipt.Part beside = tenth.programs().get(0);
        assertThat(beside.vouchers()).hasSize(1);
        assertThat(beside.stamps().get(0).count()).contains(10L);
        bringBack(3);
        assertThat(states(member)).containsExactly(VoucherState.CANCELLED);
        CardView card = card(member);
        assertThat(card.towards()).isEqualTo(9);
        assertThat(card.count().full()).isZero();
        drink(member, 11, "drinks/tea", 3_00);
        assertThat(states(member)).containsExactlyInAnyOrder(VoucherState.CANCELLED, VoucherState.ACTIVE);
    }

    @Test
    void with_twelve_stamps_the_same_return_leaves_the_voucher() {
        MemberId member = open(Shop.template("P10"));
        drinks(member, 12);
        bringBack(3);
        assertThat(states(member)).containsExactly(VoucherState.ACTIVE);
        assertThat(card(member).towards()).isEqualTo(1);
    }

    @Test
    void twenty_stamps_are_two_cards_and_two_vouchers_of_which_a_return_takes_one() {
        MemberId member = open(Shop.template("P10"));
        drinks(member, 20);
        assertThat(card(member).count().full()).isEqualTo(2);
        assertThat(card(member).towards()).isZero();
        assertThat(states(member)).containsExactly(VoucherState.ACTIVE, VoucherState.ACTIVE);
        bringBack(3);
        assertThat(card(member).count().full()).isEqualTo(1);
        assertThat(card(member).towards()).isEqualTo(9);
        assertThat(states(member)).containsExactlyInAnyOrder(VoucherState.ACTIVE, VoucherState.CANCELLED);
    }

    @Test
    void a_used_voucher_stays_and_the_next_one_takes_as_many_stamps_more() {
        MemberId member = open(Shop.template("P10"));
        drinks(member, 10);
        Voucher voucher = vouchers(member).get(0);
        shop.call(() -> vouchers.use(
                voucher.code().value(), VoucherUse.of(new VoucherOrder("till", "free"), Optional.empty())));
        bringBack(3);
        assertThat(states(member)).containsExactly(VoucherState.USED);
        drink(member, 11, "drinks", 3_00);
        assertThat(states(member)).containsExactly(VoucherState.USED);
    }

    @Test
    void an_order_can_be_returned_though_its_voucher_was_partly_used_and_replaced() {
        MemberId member = open(Shop.template(
                "P10", "\"kind\":\"free_product\",\"sku\":\"drink\"", "\"kind\":\"amount_voucher\",\"amount\":1000"));
        drinks(member, 10);
        String code = vouchers(member).get(0).code().value();
        shop.call(() -> vouchers.use(code, VoucherUse.of(new VoucherOrder("till", "part"), Optional.of(400L))));
        shop.call(() -> vouchers.reissue(code, "LOST"));
        bringBack(3);
        assertThat(states(member)).containsExactly(VoucherState.ACTIVE, VoucherState.CANCELLED);
        assertThat(card(member).count().live()).isEqualTo(9);
        drink(member, 11, "drinks", 3_00);
        assertThat(states(member)).containsExactly(VoucherState.ACTIVE, VoucherState.CANCELLED);
    }

    @Test
    void a_voucher_kept_at_a_checkout_stands_and_is_taken_back_once_it_is_let_go() {
        MemberId member = open(Shop.template("P10"));
        drinks(member, 10);
        String code = vouchers(member).get(0).code().value();
        VoucherOrder checkout = new VoucherOrder("till", "free");
        shop.call(() -> holds.hold(code, checkout, Duration.ofMinutes(10)));
        bringBack(3);
        assertThat(states(member)).containsExactly(VoucherState.HELD);
        shop.call(() -> holds.release(code, checkout));
        bringBack(4);
        assertThat(states(member)).containsExactly(VoucherState.CANCELLED);
    }

    @Test
    void the_stamp_that_fills_a_card_that_ends_may_be_told_again() {
        MemberId member = open(Shop.template("P10", "\"full\":\"begins_anew\"", "\"full\":\"ends\""));
        drinks(member, 9);
        UUID occasion = UUID.randomUUID();
        String card = card(member).card().code();
        CardView filled = shop.call(() -> stamps.stamp(member, card, occasion));
        assertThat(filled.count().full()).isEqualTo(1);
        assertThat(shop.call(() -> stamps.stamp(member, card, occasion)).count())
                .isEqualTo(filled.count());
        Assertions.assertThatThrownBy(() -> shop.call(() -> stamps.stamp(member, card, UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(StampRefusal.CARD_FULL));
    }

    @Test
    void only_what_is_on_the_card_and_reaches_the_minimum_counts() {
        MemberId member = open(Shop.template("P10"));
        drink(member, 1, "cakes", 30_00);
        drink(member, 2, "drinks", 2_49);
        drink(member, 3, "drinks", 2_50);
        drink(member, 4, "drinksmachine", 9_00);
        assertThat(card(member).count().live()).isEqualTo(1);
    }

    @Test
    void by_the_day_several_purchases_give_one_stamp_and_one_return_of_two_leaves_it() {
        MemberId member = open(Shop.template("P10", "\"per\":\"order\"", "\"per\":\"day\""));
        put(member, order(1, "2026-03-01T08:00:00Z", "drinks", 3_00));
        put(member, order(2, "2026-03-01T18:00:00Z", "drinks", 3_00));
        put(member, order(3, "2026-03-02T08:00:00Z", "drinks", 3_00));
        assertThat(card(member).count().live()).isEqualTo(2);
        bringBack(0);
        assertThat(card(member).count().live()).isEqualTo(2);
        bringBack(1);
        assertThat(card(member).count().live()).isEqualTo(1);
    }

    @Test
    void an_order_told_again_stamps_once_and_one_that_changes_hands_takes_its_stamp_along() {
        MemberId member = open(Shop.template("P10"));
        MemberId other = shop.member("other", SINCE, new ProgramCode("stamp-card"));
        Order order = order(1, "2026-03-01T08:00:00Z", "drinks", 3_00);
        put(member, order);
        put(member, order);
        assertThat(card(member).count().live()).isEqualTo(1);
        put(other, order);
        assertThat(card(member).count().live()).isZero();
        assertThat(card(other).count().live()).isEqualTo(1);
    }

    private MemberId open(ProgramDocument document) {
        shop.open("2026-06-01T12:00:00Z");
        return shop.member("drinks", SINCE, shop.publish(document, SINCE));
    }

    private void drinks(MemberId member, int howMany) {
        for (int number = 1; number <= howMany; number++) {
            drink(member, number, "drinks/coffee", 3_00);
        }
    }

    private Receipt drink(MemberId member, int number, String category, long amount) {
        String day = (number < 10 ? "0" : "") + number;
        return put(member, order(number, "2026-03-" + day + "T08:00:00Z", category, amount));
    }

    private static Order order(int number, String at, String category, long amount) {
        OrderLine line = new OrderLine(
                "1",
                "sku-" + category,
                Optional.empty(),
                Optional.of(category),
                Optional.empty(),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
        return Shop.order("o" + number, at, "GBP", line);
    }

    private Receipt put(MemberId member, Order order) {
        orders.add(order);
        return shop.put(member, order).receipt();
    }

    private void bringBack(int index) {
        shop.giveBack(orders.get(index), Shop.goods("back-" + index, "2026-05-01T12:00:00Z", "1", 1));
    }

    private List<Voucher> vouchers(MemberId member) {
        return shop.call(() -> vouchers.ofMember(member, Optional.empty(), 10));
    }

    private List<VoucherState> states(MemberId member) {
        return vouchers(member).stream().map(Voucher::state).toList();
    }

    private CardView card(MemberId member) {
        return shop.call(() -> stamps.cards(member)).get(0);
    }
}
