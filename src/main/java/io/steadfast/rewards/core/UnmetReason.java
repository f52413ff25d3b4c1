package io.steadfast.rewards.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a member can't have a reward now. Its text says what would make it possible. */
public enum UnmetReason implements RefusalReason {
    MEMBER_NOT_ACTIVE,
    REWARD_NOT_SOLD,
    REWARD_NOT_OPEN_YET,
    REWARD_CLOSED,
    TIER_NEEDED,
    PLAN_NEEDED,
    OUT_OF_STOCK,
    LIMIT_REACHED,
    LIMIT_REACHED_FOR_GOOD,
    POINTS_MISSING,
    /** It costs credit that may pay only a part of an order: say what the order comes to. */
    BASKET_NEEDED,
    BASKET_TOO_SMALL,
    CREDIT_SHARE_EXCEEDED,
    /** Nobody here takes donations. */
    DONATIONS_NOT_TAKEN;

    @Override
    public RefusalKind kind() {
        return RefusalKind.CANNOT_BE_DONE;
    }
}
