package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each threshold a cent or a point below, equal, and above. */
class ThresholdBoundariesIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-03-15T19:00:00Z";
    private static final String NOON = "2026-03-10T12:00:00Z";

    @Inject
    Shop shop;

    @Inject
    RedemptionService redemptions;

    @Inject
    VoucherService vouchers;

    @Inject
    AdjustmentService adjustments;

    private ProgramCode open(ProgramDocument document) {
        shop.open(NOW);
        return shop.publish(document, START);
    }

    /** The receipt of a first order of so much, of a member of their own. */
    private Receipt first(ProgramCode program, String currency, long amount) {
        MemberId member = shop.member("m-" + amount, START, program);
        return shop.put(member, Shop.order("o-" + amount, NOON, currency, Shop.line("A", 1, amount)))
                .receipt();
    }

    private static String tier(Receipt receipt) {
        return receipt.programs().get(0).tiers().get(0).after().value();
    }

    @Test
    void a_tier_is_reached_at_its_threshold_and_not_a_cent_before() {
        ProgramCode p2 = open(Shop.template("P2"));
        assertThat(LongStream.of(349_99, 350_00, 350_01, 999_99, 1_000_00, 1_000_01)
                        .mapToObj(amount -> tier(first(p2, "USD", amount))))
                .containsExactly("INSIDER", "VIB", "VIB", "VIB", "ROUGE", "ROUGE");
    }

    @Test
    void two_orders_reach_a_tier_as_one_does() {
        ProgramCode p2 = open(Shop.template("P2"));
        assertThat(LongStream.of(349_98, 349_99, 350_00).mapToObj(amount -> {
                    MemberId member = shop.member("two-" + amount, START, p2);
                    shop.put(member, Shop.order("a-" + amount, NOON, "USD", Shop.line("A", 1, amount)));
                    return tier(shop.put(member, Shop.order("b-" + amount, NOON, "USD", Shop.line("A", 1, 1)))
                            .receipt());
                }))
                .containsExactly("INSIDER", "VIB", "VIB");
    }

    @Test
    void a_tier_is_kept_at_its_threshold_when_goods_come_back() {
        ProgramCode p2 = open(Shop.template("P2"));
        assertThat(LongStream.of(10_01, 10_00, 9_99).mapToObj(back -> {
                    MemberId member = shop.member("back-" + back, START, p2);
                    var order = Shop.order(
                            "r-" + back, NOON, "USD", Shop.line("A", 1, 360_00 - back), Shop.line("B", 1, back));
                    shop.put(member, order);
                    return tier(shop.giveBack(order, Shop.goods("ret", "2026-03-11T12:00:00Z", "B", 1))
                            .receipt());
                }))
                .containsExactly("INSIDER", "VIB", "VIB");
    }

    @Test
    void a_minimum_basket_is_reached_at_its_cent() {
        ProgramCode p11 = open(Shop.template("P11"));
        assertThat(LongStream.of(9_99, 10_00, 10_01).mapToObj(amount -> Shop.granted(first(p11, "USD", amount))))
                .containsExactly(0L, 50L, 50L);
    }

    @Test
    void a_cap_in_points_gives_to_its_last_point_and_none_above() {
        ProgramCode p2 = open(Shop.template("P2", "\"budgets\":[],\"caps\":[]}", """
                        "budgets":[],"caps":[{"wallet":"beauty-points","cap":{"scope":"member","period":"day",\
                        "unit":"points","limit":100,"mode":"trim"}}]}"""));
        assertThat(LongStream.of(99_99, 100_00, 100_01, 101_00)
                        .mapToObj(amount -> Shop.granted(first(p2, "USD", amount))))
                .containsExactly(99L, 100L, 100L, 100L);
        assertThat(Shop.skipped(shop.put(
                                shop.member("again", START, p2),
                                Shop.order("again-1", NOON, "USD", Shop.line("A", 1, 101_00)))
                        .receipt()))
                .isEmpty();
    }

    @Test
    void a_cap_that_rejects_takes_all_that_fits_and_nothing_of_what_doesnt() {
        ProgramCode p2 = open(Shop.template("P2", "\"budgets\":[],\"caps\":[]}", """
                        "budgets":[],"caps":[{"wallet":"beauty-points","cap":{"scope":"member","period":"day",\
                        "unit":"points","limit":100,"mode":"reject"}}]}"""));
        assertThat(LongStream.of(99_00, 100_00, 101_00).mapToObj(amount -> Shop.granted(first(p2, "USD", amount))))
                .containsExactly(99L, 100L, 0L);
    }

    @Test
    void a_cap_of_times_counts_to_its_last_time() {
        ProgramCode p1 = open(Shop.template("P1"));
        MemberId member = shop.member("shares", START, p1);
        List<Long> granted = LongStream.rangeClosed(1, 2)
                .mapToObj(time -> Shop.granted(
                        shop.does(member, "social_share", "s-" + time, NOON).receipt()))
                .toList();
        assertThat(granted).containsExactly(20L, 0L);
    }

    @Test
    void a_reward_is_had_for_its_points_and_not_for_one_less() {
        ProgramCode p2 = open(Shop.template("P2"));
        assertThat(LongStream.of(499, 500, 501).mapToObj(points -> {
                    MemberId member = withPoints(p2, points);
                    Throwable refused = catchThrowable(() -> shop.call(
                            () -> redemptions.redeem(RedemptionWish.of(member, new RewardCode("voucher-10")))));
                    return refused == null ? shop.spendable(member) : -points;
                }))
                .containsExactly(-499L, 0L, 1L);
    }

    @Test
    void a_voucher_of_money_is_used_to_its_last_cent_and_no_further() {
        ProgramCode p2 = open(Shop.template("P2"));
        assertThat(LongStream.of(9_99, 10_00, 10_01).mapToObj(amount -> {
                    MemberId member = withPoints(p2, 500);
                    Voucher voucher = shop.call(
                                    () -> redemptions.redeem(RedemptionWish.of(member, new RewardCode("voucher-10"))))
                            .vouchers()
                            .get(0);
                    Throwable refused = catchThrowable(() -> shop.call(() -> vouchers.use(
                            voucher.code().value(),
                            VoucherUse.of(new VoucherOrder("shop", "v-" + amount), Optional.of(amount)))));
                    return refused instanceof Refusal refusal
                            ? refusal.reason().name()
                            : shop.call(() -> vouchers.get(voucher.code().value()))
                                    .state()
                                    .name();
                }))
                .containsExactly("PARTLY_USED", "USED", "VOUCHER_EXCEEDED");
    }

    @Test
    void a_voucher_that_asks_for_a_basket_is_used_from_its_cent_on() {
        ProgramDocument asking = Shop.template("P2");
        for (String part : List.of("reward-percent", "reward-shipping")) {
            String basket = "/rewards/" + asking.rewards().size() + "/gives/basket";
            asking = DocumentEdits.apply(asking, new Edit(Edit.Op.ADD, "/rewards", part));
            asking = DocumentEdits.apply(asking, new Edit(Edit.Op.MONEY, basket, "50.00"));
        }
        ProgramCode baskets = open(asking);
        for (String reward : List.of("percent", "shipping")) {
            assertThat(LongStream.of(49_99, 50_00, 50_01).mapToObj(basket -> {
                        MemberId member = withPoints(baskets, 400);
                        Voucher voucher = shop.call(
                                        () -> redemptions.redeem(RedemptionWish.of(member, new RewardCode(reward))))
                                .vouchers()
                                .get(0);
                        Throwable refused = catchThrowable(() -> shop.call(() -> vouchers.use(
                                voucher.code().value(),
                                new VoucherUse(
                                        new VoucherOrder("shop", reward + basket),
                                        Optional.empty(),
                                        Optional.of(basket)))));
                        return refused instanceof Refusal refusal
                                ? refusal.reason().name()
                                : shop.call(() -> vouchers.get(voucher.code().value()))
                                        .state()
                                        .name();
                    }))
                    .as(reward)
                    .containsExactly("VOUCHER_BASKET_TOO_SMALL", "USED", "USED");
        }
    }

    @Test
    void a_stamp_is_given_from_its_least_amount_on() {
        ProgramCode p10 = open(Shop.template("P10", "\"products\":[\"drinks\"]", "\"products\":[]"));
        long least = Shop.template("P10")
                .stampCards()
                .get(0)
                .minimum()
                .orElseThrow()
                .in("GBP")
                .orElseThrow();
        assertThat(LongStream.of(least - 1, least, least + 1)
                        .mapToObj(amount -> first(p10, "GBP", amount).programs().stream()
                                .flatMap(part -> part.stamps().stream())
                                .count()))
                .containsExactly(0L, 1L, 1L);
    }

    /** A member of their own with exactly so many points: a point for a dollar, below any tier. */
    private MemberId withPoints(ProgramCode program, long points) {
        MemberId member = shop.member("p-" + points + "-" + System.nanoTime(), START, program);
        Recorded first =
                shop.put(member, Shop.order("p1-" + System.nanoTime(), NOON, "USD", Shop.line("A", 1, 300_00)));
        assertThat(Shop.granted(first.receipt())).isEqualTo(300);
        // The crossing order earns at the old rate.
        shop.put(member, Shop.order("p2-" + System.nanoTime(), NOON, "USD", Shop.line("A", 1, (points - 300) * 100)));
        assertThat(shop.spendable(member)).isEqualTo(points);
        return member;
    }
}
