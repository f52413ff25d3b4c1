package io.steadfast.memberships.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a membership can't be begun, paid or left. */
public enum MembershipRefusal implements RefusalReason {
    MEMBERSHIP_UNKNOWN(RefusalKind.UNKNOWN),
    /** A member named in a body. */
    MEMBER_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    MEMBER_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** The program has no version in force at the start. */
    PROGRAM_NOT_IN_FORCE(RefusalKind.CANNOT_BE_DONE),
    NOT_ENROLLED_IN_PROGRAM(RefusalKind.CANNOT_BE_DONE),
    PLAN_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    PLAN_CLOSED(RefusalKind.CANNOT_BE_DONE),
    /** The plan has several prices and the call names no interval. */
    INTERVAL_AMBIGUOUS(RefusalKind.CANNOT_BE_DONE),
    INTERVAL_NOT_OFFERED(RefusalKind.CANNOT_BE_DONE),
    /** One trial a member and program. */
    TRIAL_ALREADY_USED(RefusalKind.CANNOT_BE_DONE),
    /** Another membership of the program isn't over. */
    MEMBERSHIP_STANDS(RefusalKind.CONFLICT),
    /** The same outcome was told with other content. */
    REFERENCE_REUSED(RefusalKind.CONFLICT),
    CURRENCY_NOT_THE_PLANS(RefusalKind.CANNOT_BE_DONE),
    AMOUNT_BELOW_PRICE(RefusalKind.CANNOT_BE_DONE),
    MEMBERSHIP_OVER(RefusalKind.CONFLICT),
    LEAVING_NOT_OFFERED(RefusalKind.CANNOT_BE_DONE),
    PRICE_UNCHANGED(RefusalKind.CONFLICT),
    /** An instant after the tenant's present. */
    IN_THE_FUTURE(RefusalKind.MALFORMED);

    private final RefusalKind kind;

    MembershipRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
