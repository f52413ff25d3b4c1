package io.steadfast.contract;

import static io.steadfast.contract.Caller.id;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.rewards.RewardTill;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.RewardsApi;
import steadfast.client.model.FulfilmentRequest;
import steadfast.client.model.HoldVoucherRequest;
import steadfast.client.model.RedemptionRequest;
import steadfast.client.model.RedemptionResponse;
import steadfast.client.model.RewardsCancelRequest;
import steadfast.client.model.StockRequest;
import steadfast.client.model.UnuseRequest;
import steadfast.client.model.UseRequest;
import steadfast.client.model.VoucherOrderRequest;
import steadfast.client.model.VoucherState;
import steadfast.client.model.VouchersBlockRequest;

/** Points become vouchers and items, and tills take the vouchers. */
final class RewardCalls {

    private static final VoucherOrderRequest ORDER =
            new VoucherOrderRequest().source("shop").reference("1");

    private final RewardTill till = RewardTill.open();
    private final RewardsApi rewards = new RewardsApi(new Caller(till.tenant.apiKey()));
    private final UUID member = id(till.member);

    void play() throws ApiException {
        till.give(till.member, 5_000);
        assertThat(rewards.listRewards(member, null, null, null, null).getItems())
                .hasSize(3);
        refused(404, "MEMBER_UNKNOWN", () -> rewards.listRewards(UUID.randomUUID(), null, null, null, null));
        assertThat(rewards.supplyReward("voucher-10", once(), new StockRequest().change(9L))
                        .getStock()
                        .getLeft())
                .isEqualTo(9);
        refused(404, "REWARD_UNKNOWN", () -> rewards.supplyReward("none", once(), new StockRequest().change(1L)));
        refused(
                422,
                "STOCK_TOO_LOW",
                () -> rewards.supplyReward("voucher-10", once(), new StockRequest().change(-99L)));
        cancelled();
        String code = redeemed("gift-card-50").getVouchers().get(0).getCode();
        used(code);
        assertThat(rewards.listVouchers(member, 1, null).getItems()).hasSize(1);
        sent();
    }

    private RedemptionResponse redeemed(String reward) throws ApiException {
        return rewards.redeem(once(), new RedemptionRequest().memberId(member).reward(reward));
    }

    private void cancelled() throws ApiException {
        RedemptionResponse made = redeemed("voucher-10");
        assertThat(rewards.getRedemption(made.getRedemptionId()).getPoints()).isEqualTo(500);
        assertThat(rewards.cancelRedemption(
                                made.getRedemptionId(), once(), new RewardsCancelRequest().reason("RETURNED"))
                        .getState()
                        .getValue())
                .isEqualTo("cancelled");
        refused(404, "REDEMPTION_UNKNOWN", () -> rewards.getRedemption(UUID.randomUUID()));
        refused(422, "REWARD_NOT_OFFERED", () -> redeemed("none"));
        refused(422, "REWARD_NOT_AVAILABLE", () -> redeemed("rouge-evening"));
        refused(400, "INVALID_REQUEST", () -> rewards.redeem(once(), new RedemptionRequest()));
    }

    private void used(String code) throws ApiException {
        assertThat(rewards.getVoucher(code).getRemaining().getAmount()).isEqualTo(50_00);
        HoldVoucherRequest kept = new HoldVoucherRequest().order(ORDER).minutes(10);
        rewards.holdVoucher(code, once(), kept);
        VoucherOrderRequest other = new VoucherOrderRequest().source("shop").reference("2");
        refused(422, "VOUCHER_HELD", () -> rewards.useVoucher(code, once(), new UseRequest().order(other)));
        rewards.releaseVoucher(code, once(), new UnuseRequest().order(ORDER));
        refused(422, "VOUCHER_NOT_HELD", () -> rewards.releaseVoucher(code, once(), new UnuseRequest().order(ORDER)));
        assertThat(rewards.useVoucher(
                                code, once(), new UseRequest().order(ORDER).amount(20_00L))
                        .getState())
                .isEqualTo(VoucherState.PARTLY_USED);
        assertThat(rewards.unuseVoucher(code, once(), new UnuseRequest().order(ORDER))
                        .getState())
                .isEqualTo(VoucherState.ACTIVE);
        refused(422, "VOUCHER_NOT_USED", () -> rewards.unuseVoucher(code, once(), new UnuseRequest().order(ORDER)));
        VouchersBlockRequest lost = new VouchersBlockRequest().reason("LOST");
        assertThat(rewards.blockVoucher(code, once(), lost).getState()).isEqualTo(VoucherState.BLOCKED);
        refused(422, "VOUCHER_BLOCKED", () -> rewards.useVoucher(code, once(), new UseRequest().order(ORDER)));
        assertThat(rewards.reissueVoucher(code, once(), lost).getCode()).isNotEqualTo(code);
        refused(404, "VOUCHER_UNKNOWN", () -> rewards.getVoucher("2222-2222-2222-2222"));
    }

    private void sent() throws ApiException {
        RewardTill shop = RewardTill.open(
                "P2", "\"kind\":\"amount_voucher\",\"amount\":1000", "\"kind\":\"physical_item\",\"sku\":\"brush\"");
        shop.give(shop.member, 500);
        RewardsApi there = new RewardsApi(new Caller(shop.tenant.apiKey()));
        RedemptionRequest wish =
                new RedemptionRequest().memberId(id(shop.member)).reward("voucher-10");
        UUID ordered = there.redeem(once(), wish).getRedemptionId();
        FulfilmentRequest shipped = new FulfilmentRequest().state(FulfilmentRequest.StateEnum.SHIPPED);
        assertThat(there.fulfilRedemption(ordered, once(), shipped).getState().getValue())
                .isEqualTo("shipped");
        refused(409, "REDEMPTION_FULFILLED", () -> there.cancelRedemption(ordered, once(), new RewardsCancelRequest()));
    }
}
