package io.steadfast.programs.core;

/** When points become a reward. */
public enum RewardTiming {
    /** When the member, a till or staff ask for it. */
    ON_REQUEST,
    /** By itself, as soon as a member has the points for it. */
    WHEN_AFFORDABLE
}
