package io.steadfast.vouchers.rest;

import io.steadfast.programs.core.RewardKind;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.vouchers.VoucherWords;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherKind;
import io.steadfast.vouchers.core.VoucherState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * A voucher as it stands now.
 *
 * @param gives in words, in the caller's language
 * @param face and {@code used} and {@code remaining}: only where it is money
 * @param usesLeft where it isn't
 * @param most the most a percentage takes off, {@code basket} the least a purchase must come to, in minor units
 * @param expiresAt exclusive; left out where it never does
 */
public record VoucherResponse(
        UUID voucherId,
        String code,
        MemberId memberId,
        ProgramCode program,
        String reward,
        String name,
        String gives,
        VoucherKind kind,
        VoucherState state,
        Optional<Money> face,
        Optional<Money> used,
        Optional<Money> remaining,
        Optional<Long> usesLeft,
        Optional<BigDecimal> percent,
        Optional<Long> most,
        Optional<Long> basket,
        Optional<String> sku,
        Instant issuedAt,
        Instant activeFrom,
        Optional<Instant> expiresAt) {

    static VoucherResponse of(Voucher voucher, Optional<VoucherWords.Meaning> meaning, Instant now) {
        Optional<RewardKind> gives = meaning.map(each -> each.reward().gives());
        Optional<Currency> currency = voucher.currency();
        return new VoucherResponse(
                voucher.id(),
                voucher.code().shown(),
                voucher.member(),
                voucher.program(),
                voucher.reward().value(),
                meaning.map(VoucherWords.Meaning::name).orElse(voucher.reward().value()),
                meaning.map(VoucherWords.Meaning::gives).orElse(""),
                voucher.kind(),
                voucher.stateAt(now),
                currency.map(each -> new Money(voucher.face(), each)),
                currency.map(each -> new Money(voucher.used(), each)),
                currency.map(each -> new Money(voucher.remaining(), each)),
                currency.isPresent() ? Optional.empty() : Optional.of(voucher.remaining()),
                gives.flatMap(VoucherResponse::percent),
                gives.flatMap(VoucherResponse::most),
                gives.flatMap(VoucherResponse::basket),
                gives.flatMap(VoucherResponse::sku),
                voucher.issuedAt(),
                voucher.activeFrom(),
                voucher.expiresAt());
    }

    private static Optional<BigDecimal> percent(RewardKind gives) {
        return gives instanceof RewardKind.PercentVoucher voucher ? Optional.of(voucher.percent()) : Optional.empty();
    }

    private static Optional<Long> most(RewardKind gives) {
        return gives instanceof RewardKind.PercentVoucher voucher ? voucher.most() : Optional.empty();
    }

    private static Optional<Long> basket(RewardKind gives) {
        if (gives instanceof RewardKind.PercentVoucher voucher) {
            return voucher.basket();
        }
        if (gives instanceof RewardKind.AmountVoucher voucher) {
            return voucher.basket();
        }
        return gives instanceof RewardKind.FreeShipping shipping ? shipping.basket() : Optional.empty();
    }

    private static Optional<String> sku(RewardKind gives) {
        return gives instanceof RewardKind.FreeProduct product ? Optional.of(product.sku()) : Optional.empty();
    }
}
