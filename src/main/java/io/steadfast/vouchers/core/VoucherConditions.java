package io.steadfast.vouchers.core;

import io.steadfast.programs.core.RewardKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a voucher asks of the purchase it is used for. Money is in minor units of the program's currency.
 *
 * @param basket the least the purchase must come to
 * @param percent the share of it that comes off, and {@code most} the most that does
 */
public record VoucherConditions(Optional<Long> basket, Optional<BigDecimal> percent, Optional<Long> most) {

    private static final int PERCENT = 2;

    /** What a reward of this kind asks. */
    public static VoucherConditions of(RewardKind gives) {
        if (gives instanceof RewardKind.PercentVoucher voucher) {
            return new VoucherConditions(voucher.basket(), Optional.of(voucher.percent()), voucher.most());
        }
        if (gives instanceof RewardKind.AmountVoucher voucher) {
            return new VoucherConditions(voucher.basket(), Optional.empty(), Optional.empty());
        }
        return new VoucherConditions(
                gives instanceof RewardKind.FreeShipping shipping ? shipping.basket() : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Why it can't be used for a purchase; empty when it can.
     *
     * @param purchase what it comes to before the voucher, where the till says so
     * @param off what the till takes off for a percentage, where it says so
     */
    public Optional<VoucherRefusal> refusal(Optional<Long> purchase, Optional<Long> off) {
        if (basket.isPresent() && purchase.isEmpty()) {
            return Optional.of(VoucherRefusal.VOUCHER_BASKET_NEEDED);
        }
        if (basket.filter(least -> purchase.orElse(least) < least).isPresent()) {
            return Optional.of(VoucherRefusal.VOUCHER_BASKET_TOO_SMALL);
        }
        return percent.isPresent()
                        && off.filter(asked -> asked > mostOff(purchase)).isPresent()
                ? Optional.of(VoucherRefusal.VOUCHER_TAKES_LESS)
                : Optional.empty();
    }

    /** What a percentage takes off, as the till said or else worked out of the purchase, floored like points. */
    public Optional<Long> worth(Optional<Long> purchase, Optional<Long> off) {
        return off.or(() ->
                percent.flatMap(share -> purchase.map(whole -> capped(share(share, whole, RoundingMode.FLOOR)))));
    }

    /** A till may round its customer's way. */
    private long mostOff(Optional<Long> purchase) {
        long share = purchase.map(whole -> share(percent.orElseThrow(), whole, RoundingMode.CEILING))
                .orElse(Long.MAX_VALUE);
        return capped(share);
    }

    private long capped(long off) {
        return Math.min(off, most.orElse(Long.MAX_VALUE));
    }

    private static long share(BigDecimal percent, long whole, RoundingMode rounding) {
        return percent.multiply(BigDecimal.valueOf(whole))
                .movePointLeft(PERCENT)
                .setScale(0, rounding)
                .longValueExact();
    }
}
