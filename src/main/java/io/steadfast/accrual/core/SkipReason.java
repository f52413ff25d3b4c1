package io.steadfast.accrual.core;

/** Why a rule gave nothing. The constant's name is the stable code in receipts and the key of its text. */
public enum SkipReason {
    NOT_IN_FORCE,
    /** It was earned elsewhere, before the tenant came. */
    MOVED_IN,
    NOT_ENROLLED,
    CURRENCY_NOT_ACCEPTED,
    /** The member doesn't agree to what the program asks for before it counts such an activity. */
    CONSENT_MISSING,
    OUTSIDE_VALIDITY,
    CONDITION_NOT_MET,
    NO_LINE_MATCHES,
    BELOW_MINIMUM_BASKET,
    ATTRIBUTE_MISSING,
    NOTHING_TO_COUNT,
    NOTHING_TO_MULTIPLY,
    ROUNDED_TO_ZERO,
    ACTIVITY_CAP,
    DAILY_CAP,
    WEEKLY_CAP,
    MONTHLY_CAP,
    QUARTERLY_CAP,
    YEARLY_CAP,
    TOTAL_CAP,
    BUDGET_USED_UP,
    NOT_FIRST_IN_GROUP,
    NOT_BEST_IN_GROUP,
    NOT_CHEAPEST_IN_GROUP,
    STOPPED_BY_EARLIER_GROUP
}
