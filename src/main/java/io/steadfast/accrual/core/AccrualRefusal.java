package io.steadfast.accrual.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why an order, a return or an activity isn't taken. A rule that was skipped is no refusal: it stands in the receipt. */
public enum AccrualRefusal implements RefusalReason {
    /** The order or activity names somebody this tenant doesn't know. */
    MEMBER_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    ORDER_UNKNOWN(RefusalKind.UNKNOWN),
    ENTRY_UNKNOWN(RefusalKind.UNKNOWN),
    REVIEW_UNKNOWN(RefusalKind.UNKNOWN),
    /** Somebody has decided it already. */
    REVIEW_DECIDED(RefusalKind.CONFLICT),
    /** The currency or the instant of an order that stands can't change. */
    ORDER_IDENTITY_CHANGED(RefusalKind.CONFLICT),
    /** An order that was paid can't be merely placed again. */
    ORDER_ALREADY_PAID(RefusalKind.CONFLICT),
    /** The same return or activity with other content. */
    REFERENCE_REUSED(RefusalKind.CONFLICT),
    /** Somebody else changed the order at this moment; sending it again is safe. */
    ORDER_BUSY(RefusalKind.CONFLICT),
    OCCURRED_IN_FUTURE(RefusalKind.CANNOT_BE_DONE),
    TOO_MANY_ORDERS(RefusalKind.MALFORMED),
    DUPLICATE_LINE(RefusalKind.MALFORMED),
    DUPLICATE_RETURN(RefusalKind.MALFORMED),
    LINE_UNKNOWN(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    AccrualRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
