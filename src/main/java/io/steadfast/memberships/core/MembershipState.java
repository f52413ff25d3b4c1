package io.steadfast.memberships.core;

/** Where a membership stands (domain 59). */
public enum MembershipState {
    /** In the free days at the beginning. */
    TRIAL,
    /** Paid. */
    ACTIVE,
    /** The fee is late, and a payment still leaves no gap. */
    PAST_DUE,
    /** Nothing is paid; a payment begins anew. A plan without a trial waits here for its first payment. */
    SUSPENDED,
    /** The member left to the end of what is paid, and that isn't over yet. */
    CANCELLED,
    /** Over for good. */
    ENDED
}
