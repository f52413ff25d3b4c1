package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.ExplanationService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.PointsDue;
import io.steadfast.members.MergeService;
import io.steadfast.members.core.Merge;
import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reward redeems itself as soon as points suffice, as the last effect of whatever brought them (domain 39). */
class SelfRedemptionIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String DAY = "2026-05-01T12:00:00Z";
    private static final String ASKED_FOR = "\"points\":500,\"byTier\":[]},\"redeemed\":\"on_request\"";
    private static final String BY_ITSELF = "\"points\":100,\"byTier\":[]},\"redeemed\":\"when_affordable\"";

    @Inject
    Shop shop;

    @Inject
    AccrualService accrual;

    @Inject
    RedemptionService redemptions;

    @Inject
    RewardService rewards;

    @Inject
    VoucherService vouchers;

    @Inject
    AdjustmentService adjustments;

    @Inject
    ExplanationService explanations;

    @Inject
    MergeService merges;

    @Inject
    PointsDue due;

    @Test
    void an_order_that_brings_the_price_twice_brings_two_vouchers_and_its_receipt_names_them() {
        MemberId member = open(byItself());
        assertThat(told(put(member, "a", 99))).isEmpty();
        Recorded recorded = shop.put(member, order("b", 151));
        assertThat(told(recorded.receipt())).containsExactly("voucher-5 active", "voucher-5 active");
        assertThat(recorded.receipt().balance().wallets().get(0).spendable()).isEqualTo(50);
        assertThat(shop.spendable(member)).isEqualTo(50);
        assertThat(standing(member)).isEqualTo(2);

        assertThat(shop.put(member, order("b", 151)).receipt())
                .as("told again, it is the same receipt")
                .isEqualTo(recorded.receipt());
        assertThat(standing(member)).isEqualTo(2);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.redeemed'"))
                .isEqualTo(2);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'voucher.issued'"))
                .isEqualTo(2);
        assertThat(shop.text("SELECT string_agg(DISTINCT cause, ',') FROM redemption"))
                .isEqualTo("AUTOMATIC");
    }

    @Test
    void the_entry_says_that_points_sufficed_and_names_the_voucher() {
        MemberId member = open(byItself());
        put(member, "a", 120);
        UUID entry = UUID.fromString(shop.text("SELECT entry_id FROM redemption"));
        String code = held(member).get(0).code().shown();
        assertThat(shop.call(() -> explanations.explain(member, entry, Optional.of(Language.ENGLISH)))
                        .sentence())
                .isEqualTo("Your points sufficed, so 100 Points became a reward by themselves: GBP 5 voucher, voucher "
                        + code + ".");
        assertThat(shop.call(() -> explanations.explain(member, entry, Optional.of(Language.CHINESE)))
                        .sentence())
                .contains("自动为您兑换", code);
    }

    @Test
    void points_that_wait_redeem_once_the_job_has_made_them_usable() {
        MemberId member = open(Shop.template(
                "P1",
                ASKED_FOR,
                BY_ITSELF,
                "\"pending\":{\"kind\":\"immediate\"}",
                "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"}"));
        shop.put(member, Shop.order("a", "2026-06-01T10:00:00Z", "GBP", Shop.line("1", 1, 250_00)));
        assertThat(standing(member)).isZero();
        shop.at("2026-06-20T12:00:00Z");
        due();
        assertThat(standing(member)).isEqualTo(2);
        assertThat(shop.spendable(member)).isEqualTo(50);
        due();
        assertThat(standing(member)).isEqualTo(2);
    }

    @Test
    void an_activity_and_a_gift_of_staff_redeem_too() {
        MemberId member = open(byItself());
        shop.does(member, "review", "r1", DAY);
        Receipt second = shop.does(member, "review", "r2", DAY).receipt();
        assertThat(told(second)).containsExactly("voucher-5 active");
        assertThat(shop.does(member, "review", "r2", DAY).receipt()).isEqualTo(second);
        give(member, 99);
        assertThat(standing(member)).isEqualTo(1);
        give(member, 1);
        assertThat(standing(member)).isEqualTo(2);
    }

    @Test
    void stock_and_limits_hold_and_the_order_is_none_the_worse_for_it() {
        MemberId member = open(byItself());
        shop.call(() -> rewards.supply(Optional.empty(), new RewardCode("voucher-5"), 1));
        assertThat(told(put(member, "a", 350))).containsExactly("voucher-5 active");
        assertThat(shop.spendable(member)).isEqualTo(250);
        shop.call(() -> rewards.supply(Optional.empty(), new RewardCode("voucher-5"), 9));
        assertThat(told(put(member, "b", 1))).containsExactly("voucher-5 active", "voucher-5 active");

        MemberId limited =
                open(Shop.template("P1", ASKED_FOR, BY_ITSELF + ",\"perMember\":{\"times\":2,\"period\":\"month\"}"));
        assertThat(told(put(limited, "a", 350))).hasSize(2);
        assertThat(shop.spendable(limited)).isEqualTo(150);
    }

    @Test
    void the_first_of_the_document_goes_first() {
        MemberId member = open(Shop.template(
                "P1",
                ASKED_FOR,
                "\"points\":300,\"byTier\":[]},\"redeemed\":\"when_affordable\"",
                "\"points\":200,\"byTier\":[]},\"redeemed\":\"on_request\"",
                "\"points\":50,\"byTier\":[]},\"redeemed\":\"when_affordable\""));
        assertThat(told(put(member, "a", 470)))
                .containsExactly("voucher-5 active", "free-delivery active", "free-delivery active");
        assertThat(shop.spendable(member)).isEqualTo(70);
    }

    @Test
    void what_one_order_sets_off_is_bounded_and_the_next_one_goes_on() {
        MemberId member = open(byItself());
        assertThat(told(put(member, "a", 1990))).hasSize(19);
        MemberId other = open(Shop.template("P1", ASKED_FOR, BY_ITSELF.replace("100", "10")));
        assertThat(told(put(other, "a", 300))).hasSize(SelfRedemptions.MOST_AT_ONCE);
        assertThat(shop.spendable(other)).isEqualTo(100);
        assertThat(told(put(other, "b", 1))).hasSize(10);
        assertThat(shop.spendable(other)).isEqualTo(1);
    }

    @Test
    void a_return_takes_back_what_was_not_used_before_it_makes_a_debt() {
        MemberId member = open(byItself());
        put(member, "a", 120);
        Receipt b = put(member, "b", 100);
        assertThat(told(b)).hasSize(1);
        assertThat(told(giveBack("b", 100))).isEmpty();
        assertThat(states(member)).containsExactly("CANCELLED", "ACTIVE");
        assertThat(shop.spendable(member)).isEqualTo(20);
        assertThat(debt()).isZero();
        giveBack("a", 120);
        assertThat(states(member)).containsExactly("CANCELLED", "CANCELLED");
        assertThat(shop.spendable(member)).isZero();
        assertThat(debt()).isZero();
        assertThat(
                        shop.text(
                                "SELECT string_agg(reason, ',' ORDER BY at, seq) FROM redemption_event WHERE state = 'CANCELLED'"))
                .isEqualTo("RETURN,RETURN");
    }

    @Test
    void what_was_used_stays_and_the_return_makes_a_debt() {
        MemberId member = open(byItself());
        put(member, "a", 120);
        String code = held(member).get(0).code().value();
        shop.call(() -> vouchers.use(code, VoucherUse.of(new VoucherOrder("till", "t1"), Optional.of(1_00L))));
        giveBack("a", 120);
        assertThat(states(member)).containsExactly("PARTLY_USED");
        assertThat(debt()).isEqualTo(100);
        assertThat(shop.spendable(member)).isEqualTo(-100);
        assertThat(told(put(member, "b", 150))).as("a debt is paid first").isEmpty();
        assertThat(told(put(member, "c", 50))).hasSize(1);
    }

    @Test
    void two_orders_at_once_redeem_once() {
        MemberId member = open(byItself());
        Shop.atOnce(2, number -> put(member, "o" + number, 60));
        assertThat(standing(member)).isEqualTo(1);
        assertThat(shop.spendable(member)).isEqualTo(20);
    }

    @Test
    void taken_back_by_hand_it_comes_again_only_with_the_next_points() {
        MemberId member = open(byItself());
        put(member, "a", 120);
        UUID id = UUID.fromString(shop.text("SELECT redemption_id FROM redemption"));
        shop.call(() -> redemptions.cancel(id, "CHANGED_MIND"));
        assertThat(standing(member)).isZero();
        assertThat(shop.spendable(member)).isEqualTo(120);
        put(member, "b", 1);
        assertThat(standing(member)).isEqualTo(1);
    }

    @Test
    void a_simulation_shows_it_and_leaves_nothing() {
        MemberId member = open(byItself());
        ReportedOrder reported = new ReportedOrder(order("a", 120), Optional.of(byId(member)));
        assertThat(told(shop.call(() -> accrual.simulate(reported)).receipt())).containsExactly("voucher-5 active");
        assertThat(standing(member)).isZero();
        assertThat(shop.spendable(member)).isZero();
    }

    @Test
    void two_who_become_one_have_enough_together_and_a_return_afterwards_takes_it_back() {
        ProgramCode program = publish(byItself());
        MemberId anna = shop.member("anna", SINCE, program);
        MemberId ann = shop.member("ann", SINCE, program);
        put(ann, "a", 60);
        put(anna, "b", 70);
        shop.call(() -> merges.merge(new Merge(ann, anna, Merge.Tier.COUNTED), "the same person"));
        assertThat(standing(anna)).isEqualTo(1);
        assertThat(shop.spendable(anna)).isEqualTo(30);
        giveBack("a", 60);
        assertThat(standing(anna)).isZero();
        assertThat(shop.spendable(anna)).isEqualTo(70);
        assertThat(debt()).isZero();
    }

    @Test
    void a_voucher_bought_before_a_merge_is_taken_back_after_it() {
        ProgramCode program = publish(byItself());
        MemberId anna = shop.member("anna", SINCE, program);
        MemberId ann = shop.member("ann", SINCE, program);
        put(ann, "a", 110);
        put(anna, "b", 20);
        shop.call(() -> merges.merge(new Merge(ann, anna, Merge.Tier.COUNTED), "the same person"));
        assertThat(standing(anna)).isEqualTo(1);
        giveBack("a", 110);
        assertThat(standing(anna)).isZero();
        assertThat(shop.spendable(anna)).isEqualTo(20);
        assertThat(debt()).isZero();
    }

    private static ProgramDocument byItself() {
        return Shop.template("P1", ASKED_FOR, BY_ITSELF);
    }

    private ProgramCode publish(ProgramDocument document) {
        shop.open(NOW);
        return shop.publish(document, SINCE);
    }

    private MemberId open(ProgramDocument document) {
        return shop.member("member", SINCE, publish(document));
    }

    private void due() {
        shop.call(() -> {
            due.runDue(shop.now());
            return true;
        });
    }

    private void give(MemberId member, long points) {
        shop.call(() -> adjustments.adjust(new AdjustmentService.Adjustment(
                member,
                Optional.empty(),
                AdjustmentService.Kind.GOODWILL,
                points,
                "SORRY",
                "a long wait",
                Optional.empty())));
    }

    private Receipt put(MemberId member, String reference, long pounds) {
        return shop.put(member, order(reference, pounds)).receipt();
    }

    private static Order order(String reference, long pounds) {
        return Shop.order(reference, DAY, "GBP", Shop.line("1", 1, pounds * 100));
    }

    private Receipt giveBack(String reference, long pounds) {
        return shop.giveBack(order(reference, pounds), Shop.goods("back-" + reference, DAY, "1", 1))
                .receipt();
    }

    private static NamedMember byId(MemberId member) {
        return new NamedMember(NamedMember.By.ID, member.toString());
    }

    private static List<String> told(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.vouchers().stream())
                .map(made -> made.kind().orElse("") + " " + made.state().orElse(""))
                .toList();
    }

    private List<Voucher> held(MemberId member) {
        return shop.call(() -> vouchers.ofMember(member, Optional.empty(), 100));
    }

    private long standing(MemberId member) {
        return held(member).stream()
                .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                .count();
    }

    /** The newest first. */
    private List<String> states(MemberId member) {
        return held(member).stream().map(voucher -> voucher.state().name()).toList();
    }

    private long debt() {
        return shop.number("SELECT coalesce(sum(debt_points), 0) FROM account");
    }
}
