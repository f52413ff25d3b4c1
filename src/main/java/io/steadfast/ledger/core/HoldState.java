package io.steadfast.ledger.core;

/** Where a hold stands. */
public enum HoldState {
    HELD,
    /** Used, in part or whole; the rest went back. */
    COMMITTED,
    RELEASED,
    TIMED_OUT
}
