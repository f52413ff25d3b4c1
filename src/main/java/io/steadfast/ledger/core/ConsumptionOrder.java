package io.steadfast.ledger.core;

/** Which lots are used first. */
public enum ConsumptionOrder {
    /** Earliest expiry first, never-expiring last; ties by earliest activity, then id. */
    EARLIEST_EXPIRY,
    /** First earned, first used; ties by id. */
    FIRST_EARNED
}
