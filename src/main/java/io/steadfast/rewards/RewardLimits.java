package io.steadfast.rewards;

/** What one call may ask for. */
public final class RewardLimits {

    /** Of one reward: each may be a voucher. */
    public static final int MOST_AT_ONCE = 100;

    private RewardLimits() {}
}
