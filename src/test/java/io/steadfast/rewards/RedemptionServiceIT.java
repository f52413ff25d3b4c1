package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.core.Violation;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotencyService;
import io.steadfast.platform.idempotency.KeyedRequest;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.CountedSockets;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** P2's rewards to the unit. */
class RedemptionServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final RewardCode VOUCHER = new RewardCode("voucher-10");
    private static final RewardCode CARD = new RewardCode("gift-card-50");

    @Inject
    Shop shop;

    @Inject
    RedemptionService redemptions;

    @Inject
    VoucherService vouchers;

    @Inject
    RewardService rewards;

    @Inject
    Invariants invariants;

    @Inject
    IdempotencyService idempotency;

    @Inject
    TenantStore store;

    @Inject
    UserTransaction transaction;

    private MemberId insider() {
        shop.open("2026-03-15T19:00:00Z");
        return shop.member("anna", START, shop.publish("P2", START));
    }

    private List<String> reasons(MemberId member, RewardCode code) {
        return shop.call(() -> rewards.forMember(member, Optional.empty(), Optional.empty())).stream()
                .filter(offer -> offer.reward().code().equals(code))
                .flatMap(offer -> offer.availability().orElseThrow().reasons().stream())
                .map(unmet -> unmet.reason().name())
                .toList();
    }

    @Test
    void five_hundred_points_are_a_voucher_of_ten_dollars_and_two_and_a_half_thousand_a_gift_card_of_fifty() {
        MemberId member = insider();
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 49_999)));
        assertThat(shop.spendable(member)).isEqualTo(499);
        assertThat(reasons(member, VOUCHER)).containsExactly("POINTS_MISSING");
        // A VIB now: 1.25 points for the dollar, floored once an order.
        shop.put(member, Shop.order("2", "2026-03-11T12:00:00Z", "USD", Shop.line("A", 1, 100)));
        assertThat(shop.spendable(member)).isEqualTo(500);
        Voucher voucher = shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)))
                .vouchers()
                .get(0);
        assertThat(voucher.face()).isEqualTo(1000);
        assertThat(voucher.currency().orElseThrow().getCurrencyCode()).isEqualTo("USD");
        assertThat(shop.spendable(member)).isZero();
        shop.put(member, Shop.order("3", "2026-03-12T12:00:00Z", "USD", Shop.line("A", 1, 200_000)));
        assertThat(shop.spendable(member)).isEqualTo(2500);
        Voucher card = shop.call(() -> redemptions.redeem(RedemptionWish.of(member, CARD)))
                .vouchers()
                .get(0);
        assertThat(card.face()).isEqualTo(5000);
        assertThat(card.expiresAt()).isEmpty();
        VoucherOrder order = new VoucherOrder("shop", "4");
        shop.call(() -> vouchers.use(card.code().shown(), VoucherUse.of(order, Optional.of(4_999L))));
        assertThat(shop.call(() -> vouchers.get(card.code().value())).remaining())
                .isEqualTo(1);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void cancelled_points_go_back_to_the_lots_they_came_from() {
        MemberId member = insider();
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 30_000)));
        shop.put(member, Shop.order("2", "2026-03-11T12:00:00Z", "USD", Shop.line("A", 1, 30_000)));
        String lots = "SELECT string_agg(active_points::text, ',' ORDER BY activity_at) FROM open_lot";
        assertThat(shop.text(lots)).isEqualTo("300,300");
        Redeemed made = shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)));
        assertThat(shop.text(lots)).isEqualTo("100");
        Redeemed cancelled =
                shop.call(() -> redemptions.cancel(made.redemption().id(), "CHANGED_MIND"));
        assertThat(cancelled.vouchers()).extracting(Voucher::state).containsExactly(VoucherState.CANCELLED);
        assertThat(shop.text(lots)).isEqualTo("300,300");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_redemption_costs_six_round_trips_at_most_beside_its_transactions_own() {
        MemberId member = insider();
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 190_000)));
        shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)));
        assertThat(trips("first", member)).isBetween(2L, 6L);
        shop.call(() -> rewards.supply(Optional.empty(), VOUCHER, 5));
        assertThat(trips("limited", member)).isBetween(2L, 6L);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    /** With its key, without schema and role at the transaction's begin and without its commit. */
    private long trips(String key, MemberId member) {
        KeyedRequest request = new KeyedRequest(key, key.getBytes(StandardCharsets.UTF_8));
        return shop.call(() -> {
            long before = CountedSockets.trips();
            idempotency.once(request, () -> {
                redemptions.redeem(RedemptionWish.of(member, VOUCHER));
                return Answer.noContent();
            });
            return CountedSockets.trips() - before - 2;
        });
    }

    @Test
    void a_voucher_changed_beside_its_events_is_found() {
        MemberId member = insider();
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 90_000)));
        shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)));
        List<Violation> found = shop.call(() -> {
            transaction.begin();
            try (PreparedStatement tamper =
                    store.connection().prepareStatement("UPDATE voucher SET used = 1, remaining = face - 1")) {
                tamper.executeUpdate();
                return invariants.violations();
            } finally {
                transaction.rollback();
            }
        });
        assertThat(found).extracting(Violation::invariant).containsExactly("I10");
    }

    @Test
    void two_tills_and_one_member_with_points_for_one_make_one_voucher() {
        MemberId member = insider();
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 90_000)));
        ProgramCode program = new ProgramCode("beauty-insider");
        List<Integer> made = Shop.atOnce(12, number -> {
            try {
                return shop.call(() -> redemptions.redeem(
                                RedemptionWish.of(member, VOUCHER).in(program)))
                        .vouchers()
                        .size();
            } catch (io.steadfast.platform.refusals.Refusal refused) {
                return 0;
            }
        });
        assertThat(made).filteredOn(one -> one == 1).hasSize(1);
        assertThat(shop.number("SELECT count(*) FROM voucher")).isEqualTo(1);
    }
}
