package io.steadfast.vouchers.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with a voucher. */
public enum VoucherRefusal implements RefusalReason {
    VOUCHER_UNKNOWN(RefusalKind.UNKNOWN),
    /** Too many codes that don't exist were tried. */
    TOO_MANY_CODES_TRIED(RefusalKind.TOO_MANY),
    VOUCHER_NOT_ACTIVE(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_USED(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_EXPIRED(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_CANCELLED(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** It is kept for another order. */
    VOUCHER_HELD(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_NOT_HELD(RefusalKind.CANNOT_BE_DONE),
    /** A hold lasts from a minute to a day. */
    VOUCHER_HOLD_TOO_LONG(RefusalKind.CANNOT_BE_DONE),
    VOUCHER_NOT_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** What a person typed as an amount isn't one. */
    AMOUNT_NOT_MONEY(RefusalKind.MALFORMED),
    /** More would be used than remains. */
    VOUCHER_EXCEEDED(RefusalKind.CANNOT_BE_DONE),
    /** It asks what the purchase comes to. */
    VOUCHER_BASKET_NEEDED(RefusalKind.CANNOT_BE_DONE),
    /** The purchase comes to less than it asks for. */
    VOUCHER_BASKET_TOO_SMALL(RefusalKind.CANNOT_BE_DONE),
    /** More was to come off than its share of the purchase, or than the most it takes off. */
    VOUCHER_TAKES_LESS(RefusalKind.CANNOT_BE_DONE),
    /** Nothing of it stands as used for that order. */
    VOUCHER_NOT_USED(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    VoucherRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
