package io.steadfast.vouchers.core;

/** Where a voucher stands in its life (domain 54). */
public enum VoucherState {
    /** Made, and nobody's yet. */
    CREATED,
    /** A member's, but not usable yet. */
    ASSIGNED,
    ACTIVE,
    /** Kept for an order at a checkout. */
    HELD,
    PARTLY_USED,
    USED,
    EXPIRED,
    /** Taken back because what it was given for was. */
    CANCELLED,
    /** Stopped by staff or a till. */
    BLOCKED;

    /** Whether nothing more can be used of it, ever, unless a use is undone. */
    public boolean isOver() {
        return this == USED || this == EXPIRED || this == CANCELLED;
    }
}
