package io.steadfast.vouchers.core;

import io.steadfast.programs.core.RewardKind;
import java.util.Optional;

/** What a voucher is good for. */
public enum VoucherKind {
    /** A share off one purchase. */
    PERCENT,
    /** An amount off purchases, at once or in parts. */
    AMOUNT,
    /** An amount to pay with. */
    GIFT_CARD,
    /** A product for nothing. */
    PRODUCT,
    /** A delivery for nothing. */
    SHIPPING,
    /** A place at an event. */
    EVENT;

    /** The kind of voucher that a reward is handed out as; empty for rewards that aren't. */
    public static Optional<VoucherKind> of(RewardKind gives) {
        if (gives instanceof RewardKind.PercentVoucher) {
            return Optional.of(PERCENT);
        }
        if (gives instanceof RewardKind.AmountVoucher) {
            return Optional.of(AMOUNT);
        }
        if (gives instanceof RewardKind.GiftCard) {
            return Optional.of(GIFT_CARD);
        }
        if (gives instanceof RewardKind.FreeProduct) {
            return Optional.of(PRODUCT);
        }
        if (gives instanceof RewardKind.FreeShipping) {
            return Optional.of(SHIPPING);
        }
        return gives instanceof RewardKind.Experience ? Optional.of(EVENT) : Optional.empty();
    }

    /** Whether its face is money; otherwise it is one use. */
    public boolean isMoney() {
        return this == AMOUNT || this == GIFT_CARD;
    }

    /** Minor units of the program's currency, or one use. */
    public static long face(RewardKind gives) {
        if (gives instanceof RewardKind.AmountVoucher voucher) {
            return voucher.amount();
        }
        return gives instanceof RewardKind.GiftCard card ? card.amount() : 1;
    }
}
