package io.steadfast.tills.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done at the counter. */
public enum TillRefusal implements RefusalReason {
    TILL_UNKNOWN(RefusalKind.UNKNOWN),
    WORK_UNKNOWN(RefusalKind.UNKNOWN),
    /** The person isn't there for this store. */
    NOT_YOUR_STORE(RefusalKind.FORBIDDEN),
    TILL_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** The tills of this store report their sales themselves. */
    SALES_BY_TILLS(RefusalKind.CANNOT_BE_DONE),
    /** Too many wrong PINs at this till, whoever's they were meant to be. */
    TILL_LOCKED(RefusalKind.CANNOT_BE_DONE),
    RECEIPT_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    AMOUNT_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** The sale is larger than what staff record without a manager. */
    SALE_ABOVE_LIMIT(RefusalKind.CANNOT_BE_DONE),
    /** The till's own report under this number has another amount, another store, or is long ago. */
    SALE_NOT_ALIKE(RefusalKind.CANNOT_BE_DONE),
    /** This receipt is in the member's account already. */
    SALE_KNOWN(RefusalKind.CONFLICT),
    SALE_OF_ANOTHER(RefusalKind.CANNOT_BE_DONE),
    SALE_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    /** More came back than was sold. */
    MORE_THAN_SOLD(RefusalKind.CANNOT_BE_DONE),
    ALL_CAME_BACK(RefusalKind.CANNOT_BE_DONE),
    /** Goodwill above what the person may give alone. */
    ABOVE_LIMIT(RefusalKind.CANNOT_BE_DONE),
    /** Goodwill above what is left of the day. */
    ABOVE_DAY_LIMIT(RefusalKind.CANNOT_BE_DONE),
    /** The one who was asked may not give it either. */
    APPROVER_LIMIT(RefusalKind.CANNOT_BE_DONE),
    GOODWILL_REASON_NEEDED(RefusalKind.CANNOT_BE_DONE),
    TERMS_NOT_ACCEPTED(RefusalKind.CANNOT_BE_DONE),
    NOTHING_TO_KNOW_BY(RefusalKind.CANNOT_BE_DONE),
    UNDONE_ALREADY(RefusalKind.CONFLICT),
    UNDO_TOO_LATE(RefusalKind.CANNOT_BE_DONE),
    /** The till has reported the sale itself. */
    SALE_CONFIRMED(RefusalKind.CANNOT_BE_DONE),
    /** Something was done for the member since they were enrolled. */
    ENROLMENT_IN_USE(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    TillRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
