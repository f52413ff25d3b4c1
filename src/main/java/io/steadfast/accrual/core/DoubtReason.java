package io.steadfast.accrual.core;

/** Why an activity is looked at by a person. The constant's name is the stable code and the key of its text. */
public enum DoubtReason {
    /** Faster than the program believes of its kind. */
    TOO_FAST,
    /** A distance in no time at all. */
    NO_TIME_TAKEN,
    /** During another activity of the same member. */
    OVERLAPS
}
