package io.steadfast.rewards.core;

/** Who wanted a redemption. */
public enum RedemptionCause {
    /** The member, a till or staff. */
    REQUEST,
    /** Nobody: the reward redeems itself as soon as points suffice. */
    AUTOMATIC
}
