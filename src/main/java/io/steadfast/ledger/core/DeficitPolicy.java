package io.steadfast.ledger.core;

/** What happens when more is taken back than the member has left. */
public enum DeficitPolicy {
    /** The rest is forgiven. */
    CLAMP,
    /** The balance goes below zero: the same books as a debt, shown as a negative balance. */
    NEGATIVE,
    /** The rest is owed; the next credits repay it first. */
    DEBT,
    /** The rest is taken from other pending points first, then owed. */
    PENDING_FIRST
}
