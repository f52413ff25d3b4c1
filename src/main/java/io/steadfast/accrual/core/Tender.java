package io.steadfast.accrual.core;

import java.util.Optional;

/**
 * A part of the payment; {@code amount} in minor units of the order's currency.
 *
 * @param paidBy the hold commit, redemption or voucher use that paid it
 */
public record Tender(Kind kind, long amount, Optional<PaidBy> paidBy) {

    public static Tender of(Kind kind, long amount) {
        return new Tender(kind, amount, Optional.empty());
    }

    public enum Kind {
        CASH,
        CARD,
        POINTS,
        CREDIT,
        GIFT_CARD,
        OTHER
    }

    /** What paid a tender, by the name the caller gives it. */
    public record PaidBy(Means means, String reference) {

        public enum Means {
            REDEMPTION,
            HOLD,
            VOUCHER
        }
    }
}
