package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Effects;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.HoldTimeouts;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherHoldService;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rewards that redeem themselves among holds, batches, credit, drafts and other policies. */
class SelfRedemptionCasesIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String DAY = "2026-05-01T12:00:00Z";
    private static final String ASKED_FOR = "\"points\":500,\"byTier\":[]},\"redeemed\":\"on_request\"";
    private static final String BY_ITSELF = "\"points\":100,\"byTier\":[]},\"redeemed\":\"when_affordable\"";
    private static final String CREDIT =
            "\"wallets\":[{\"code\":\"credit\",\"name\":{\"en\":\"Credit\",\"zh-CN\":\"余额\"},"
                    + "\"unit\":\"currency\",\"purpose\":\"reward\",\"decimals\":2,\"expiry\":[{\"kind\":\"never\"}],"
                    + "\"consumption\":\"earliest_expiry\",\"returned\":{\"kind\":\"min_days\",\"days\":30},\"deficit\":\"debt\","
                    + "\"holds\":{\"maxMinutes\":60}},";

    @Inject
    Shop shop;

    @Inject
    AccrualService accrual;

    @Inject
    ProgramService programs;

    @Inject
    VoucherService vouchers;

    @Inject
    VoucherHoldService voucherHolds;

    @Inject
    HoldService holds;

    @Inject
    HoldTimeouts timeouts;

    @Inject
    WalletChoice wallets;

    @Test
    void a_program_that_forgives_takes_back_what_was_not_used_first() {
        MemberId member =
                open(Shop.template("P1", ASKED_FOR, BY_ITSELF, "\"deficit\":\"debt\"", "\"deficit\":\"clamp\""));
        put(member, "a", 120);
        giveBack("a", 120);
        assertThat(standing(member)).isZero();
        assertThat(shop.spendable(member)).isZero();
        assertThat(shop.number("SELECT coalesce(sum(forgiven_points), 0) FROM entry"))
                .isZero();
    }

    @Test
    void what_a_checkout_keeps_is_not_taken_back() {
        MemberId member = open(byItself());
        put(member, "a", 120);
        String code = held(member).get(0).code().value();
        shop.call(() -> voucherHolds.hold(code, new VoucherOrder("till", "t1"), Duration.ofHours(1)));
        giveBack("a", 120);
        assertThat(standing(member)).isEqualTo(1);
        assertThat(shop.spendable(member)).isEqualTo(-100);
    }

    @Test
    void points_that_a_checkout_lets_go_redeem() {
        MemberId member = open(byItself());
        put(member, "a", 90);
        reserve("h-1", member, 60);
        put(member, "b", 50);
        assertThat(standing(member)).isZero();
        shop.call(() -> holds.release("h-1"));
        assertThat(standing(member)).isEqualTo(1);
        assertThat(shop.spendable(member)).isEqualTo(40);

        put(member, "c", 50);
        reserve("h-2", member, 60);
        put(member, "d", 20);
        assertThat(standing(member)).isEqualTo(1);
        shop.at("2026-06-01T14:00:00Z");
        shop.call(() -> {
            timeouts.runDue(shop.now());
            return true;
        });
        assertThat(standing(member)).isEqualTo(2);
        assertThat(shop.spendable(member)).isEqualTo(10);
    }

    @Test
    void credit_is_given_by_itself_and_taken_back_as_long_as_it_is_all_there() {
        MemberId member = open(Shop.template(
                "P1",
                "\"wallets\":[",
                CREDIT,
                ASKED_FOR,
                BY_ITSELF,
                "{\"kind\":\"amount_voucher\",\"amount\":500}",
                "{\"kind\":\"credit\",\"wallet\":\"credit\",\"amount\":500}"));
        Receipt receipt = put(member, "a", 120);
        assertThat(receipt.programs().get(0).vouchers())
                .extracting(made -> made.kind().orElse("") + " "
                        + made.amount().orElseThrow().amount())
                .containsExactly("voucher-5 500");
        assertThat(of(member, "credit")).isEqualTo(500);
        giveBack("a", 120);
        assertThat(of(member, "credit")).isZero();
        assertThat(of(member, "points")).isZero();

        put(member, "b", 120);
        WalletTerms credit = shop.call(() -> wallets.one(member, Optional.of(new WalletCode("credit"))));
        shop.call(() -> holds.hold(wish("h-1", member, credit, 200)));
        shop.call(() -> holds.commit("h-1", 200, Optional.empty()));
        giveBack("b", 120);
        assertThat(of(member, "credit")).isEqualTo(300);
        assertThat(of(member, "points")).isEqualTo(-100);
    }

    @Test
    void orders_of_a_batch_redeem_one_after_the_other_and_what_was_moved_in_redeems_nothing() {
        MemberId member = open(byItself());
        List<AccrualService.BatchResult> results = shop.call(() -> accrual.recordAll(List.of(
                new ReportedOrder(order("a", 60), Optional.of(byId(member))),
                new ReportedOrder(order("b", 60), Optional.of(byId(member))),
                new ReportedOrder(order("c", 90), Optional.of(byId(member))))));
        assertThat(results)
                .extracting(result ->
                        told(result.recorded().orElseThrow().receipt()).size())
                .containsExactly(0, 1, 1);
        assertThat(shop.spendable(member)).isEqualTo(10);
        shop.call(
                () -> accrual.record(new ReportedOrder(order("old", 500), Optional.of(byId(member)), Effects.METRICS)));
        assertThat(standing(member)).isEqualTo(2);
    }

    @Test
    void a_draft_that_is_tried_redeems_by_what_it_says() {
        ProgramCode program = publish(Shop.template("P1"));
        MemberId member = shop.member("member", SINCE, program);
        UUID draft = shop.call(() -> {
            var open = programs.draft(program, Optional.empty());
            return programs.save(program, Optional.empty(), open.version(), byItself())
                    .id();
        });
        ReportedOrder reported = new ReportedOrder(order("a", 120), Optional.of(byId(member)));
        assertThat(told(shop.call(() -> accrual.simulate(reported)).receipt())).isEmpty();
        assertThat(told(shop.call(() -> accrual.simulate(reported, Optional.of(draft)))
                        .receipt()))
                .containsExactly("voucher-5 active");
        assertThat(standing(member)).isZero();
    }

    @Test
    void an_order_that_is_corrected_downwards_and_upwards_brings_what_it_pays_for() {
        MemberId member = open(byItself());
        put(member, "a", 250);
        assertThat(standing(member)).isEqualTo(2);
        assertThat(told(put(member, "a", 120))).hasSize(1);
        assertThat(shop.spendable(member)).isEqualTo(20);
        assertThat(told(put(member, "a", 330))).hasSize(3);
        assertThat(shop.spendable(member)).isEqualTo(30);
    }

    private void reserve(String id, MemberId member, long points) {
        WalletTerms wallet = shop.call(() -> wallets.one(member, Optional.empty()));
        shop.call(() -> holds.hold(wish(id, member, wallet, points)));
    }

    private static HoldService.HoldWish wish(String id, MemberId member, WalletTerms wallet, long points) {
        return new HoldService.HoldWish(
                id, member, wallet, points, Duration.ofMinutes(30), Optional.empty(), Optional.empty());
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

    private Receipt put(MemberId member, String reference, long pounds) {
        return shop.put(member, order(reference, pounds)).receipt();
    }

    private static Order order(String reference, long pounds) {
        return Shop.order(reference, DAY, "GBP", Shop.line("1", 1, pounds * 100));
    }

    private void giveBack(String reference, long pounds) {
        shop.giveBack(order(reference, pounds), Shop.goods("back-" + reference, DAY, "1", 1));
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

    private long of(MemberId member, String wallet) {
        return shop.number("SELECT coalesce(sum(active_points - debt_points), 0) FROM account WHERE member_id = '"
                + member + "' AND wallet = '" + wallet + "'");
    }
}
