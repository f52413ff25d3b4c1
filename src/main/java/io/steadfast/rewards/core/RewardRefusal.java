package io.steadfast.rewards.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with a reward or a redemption. */
public enum RewardRefusal implements RefusalReason {
    REWARD_UNKNOWN(RefusalKind.UNKNOWN),
    REDEMPTION_UNKNOWN(RefusalKind.UNKNOWN),
    /** No program that the member is in has such a reward. */
    REWARD_NOT_OFFERED(RefusalKind.CANNOT_BE_DONE),
    /** Several programs have a reward of this code and the call names none. */
    REWARD_AMBIGUOUS(RefusalKind.CANNOT_BE_DONE),
    /** All reasons stand in {@code errors}. */
    REWARD_NOT_AVAILABLE(RefusalKind.CANNOT_BE_DONE),
    /** The points named aren't a multiple of the price. */
    POINTS_NOT_A_MULTIPLE(RefusalKind.CANNOT_BE_DONE),
    /** It was sent, used or given away. */
    REDEMPTION_FULFILLED(RefusalKind.CONFLICT),
    /** It isn't something that is sent, or was further already. */
    FULFILMENT_OUT_OF_ORDER(RefusalKind.CONFLICT),
    /** More would be taken out of stock than is left. */
    STOCK_TOO_LOW(RefusalKind.CANNOT_BE_DONE),
    /** What was typed for the order isn't an amount. */
    BASKET_NOT_MONEY(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    RewardRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
