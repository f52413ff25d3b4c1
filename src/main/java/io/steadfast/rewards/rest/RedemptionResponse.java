package io.steadfast.rewards.rest;

import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.rewards.Redeemed;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RedemptionEvent;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A redemption as it stands.
 *
 * @param kind of the reward, as in {@code amount_voucher}
 * @param points in all
 * @param spendable in the wallet after points were moved; left out where none were
 * @param cause who wanted it: REQUEST where somebody asked, AUTOMATIC where the reward redeemed itself
 * @param validUntil exclusive end of a right that was bought
 */
public record RedemptionResponse(
        UUID redemptionId,
        MemberId memberId,
        ProgramCode program,
        int version,
        String reward,
        String kind,
        int quantity,
        WalletCode wallet,
        long points,
        Optional<Long> money,
        RedemptionState state,
        RedemptionCause cause,
        List<IssuedVoucher> vouchers,
        List<Step> history,
        Optional<RewardOrder> order,
        Instant madeAt,
        Optional<Instant> validUntil,
        Optional<Long> spendable) {

    static RedemptionResponse of(Redeemed redeemed) {
        Redemption redemption = redeemed.redemption();
        return new RedemptionResponse(
                redemption.id(),
                redemption.member(),
                redemption.program(),
                redemption.version(),
                redemption.reward().value(),
                redemption.kind(),
                redemption.quantity(),
                redemption.wallet(),
                redemption.points(),
                redemption.money() > 0 ? Optional.of(redemption.money()) : Optional.empty(),
                redemption.state(),
                redemption.cause(),
                redeemed.vouchers().stream().map(IssuedVoucher::of).toList(),
                redeemed.events().stream().map(Step::of).toList(),
                redemption.order(),
                redemption.madeAt(),
                redemption.validUntil(),
                redeemed.balances().stream()
                        .filter(balance -> balance.wallet().equals(redemption.wallet()))
                        .map(WalletBalance::spendable)
                        .findFirst());
    }

    /** A voucher that was issued, to be looked up by its code. */
    public record IssuedVoucher(
            UUID voucherId, String code, VoucherKind kind, Optional<Money> face, Optional<Instant> expiresAt) {

        static IssuedVoucher of(Voucher voucher) {
            return new IssuedVoucher(
                    voucher.id(),
                    voucher.code().shown(),
                    voucher.kind(),
                    voucher.currency().map(currency -> new Money(voucher.face(), currency)),
                    voucher.expiresAt());
        }
    }

    /** What became of it, when. */
    public record Step(RedemptionState state, String reason, Instant at) {

        static Step of(RedemptionEvent event) {
            return new Step(event.state(), event.reason(), event.at());
        }
    }
}
