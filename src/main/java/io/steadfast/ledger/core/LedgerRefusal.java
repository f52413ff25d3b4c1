package io.steadfast.ledger.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why the books can't take a posting. */
public enum LedgerRefusal implements RefusalReason {
    /** Nobody of that id has books here. */
    MEMBER_UNKNOWN(RefusalKind.UNKNOWN),
    /** Nothing of a blocked member's points can be used. */
    MEMBER_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** Fewer spendable points than asked for. */
    INSUFFICIENT_POINTS(RefusalKind.CANNOT_BE_DONE),
    /** More would be taken back than was granted. */
    REVERSAL_EXCEEDS_GRANT(RefusalKind.CANNOT_BE_DONE),
    /** More would come back than was spent. */
    RETURN_EXCEEDS_SPEND(RefusalKind.CANNOT_BE_DONE),
    LOT_UNKNOWN(RefusalKind.UNKNOWN),
    ENTRY_NOT_A_SPEND(RefusalKind.UNKNOWN),
    HOLD_UNKNOWN(RefusalKind.UNKNOWN),
    /** The client's id already stands for another hold. */
    HOLD_ID_REUSED(RefusalKind.CONFLICT),
    /** The hold was committed, released or timed out. */
    HOLD_OVER(RefusalKind.CONFLICT),
    HOLD_EXCEEDED(RefusalKind.CANNOT_BE_DONE),
    HOLD_TOO_LONG(RefusalKind.CANNOT_BE_DONE),
    /** More than the wallet lets one hold reserve. */
    HOLD_TOO_LARGE(RefusalKind.CANNOT_BE_DONE),
    /** What an order earned can't pay that same order. */
    EARNED_BY_SAME_ORDER(RefusalKind.CANNOT_BE_DONE),
    /** Credit pays only a part of an order, and the call doesn't say what the order comes to. */
    BASKET_NEEDED(RefusalKind.CANNOT_BE_DONE),
    BASKET_TOO_SMALL(RefusalKind.CANNOT_BE_DONE),
    CREDIT_SHARE_EXCEEDED(RefusalKind.CANNOT_BE_DONE),
    EXTENSION_NOT_LATER(RefusalKind.CANNOT_BE_DONE),
    LOT_EXPIRED(RefusalKind.CANNOT_BE_DONE),
    /** Nothing is left that isn't blocked already. */
    NOTHING_TO_BLOCK(RefusalKind.CANNOT_BE_DONE),
    NOTHING_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** Nothing of the lot has lapsed that didn't come back already. */
    NOTHING_LAPSED(RefusalKind.CANNOT_BE_DONE),
    LAPSED_TOO_LONG_AGO(RefusalKind.CANNOT_BE_DONE),
    /** The member holds several wallets and the call names none, or none at all. */
    WALLET_AMBIGUOUS(RefusalKind.CANNOT_BE_DONE),
    /** Status points only count towards a tier. */
    WALLET_NOT_SPENDABLE(RefusalKind.CANNOT_BE_DONE),
    /** More than can be meant. */
    TOO_MANY_POINTS(RefusalKind.CANNOT_BE_DONE),
    /** A checkout holds points of the member. */
    POINTS_HELD(RefusalKind.CONFLICT),
    /** Staff keep points of the member from every use. */
    POINTS_BLOCKED(RefusalKind.CONFLICT),
    /** The reference stands for other points that were brought along. */
    OPENING_REUSED(RefusalKind.CONFLICT),
    EARNED_IN_FUTURE(RefusalKind.CANNOT_BE_DONE),
    /** Points that lapsed elsewhere aren't brought along. */
    EXPIRED_BEFORE_IT_CAME(RefusalKind.CANNOT_BE_DONE),
    /** The wallet's program promises no notice. */
    NOTICE_NOT_PROMISED(RefusalKind.CANNOT_BE_DONE),
    /** Nobody was told yet. */
    NOTICE_IN_FUTURE(RefusalKind.CANNOT_BE_DONE),
    /** The month isn't over yet. */
    PERIOD_NOT_OVER(RefusalKind.CANNOT_BE_DONE),
    PERIOD_ALREADY_CLOSED(RefusalKind.CONFLICT);

    private final RefusalKind kind;

    LedgerRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
