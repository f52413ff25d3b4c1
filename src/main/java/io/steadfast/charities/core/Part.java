package io.steadfast.charities.core;

/** Whose money a donation is; what one order brings about is kept apart by it. */
public enum Part {
    BRAND,
    /** Collected with the order, or the worth of points the member gave. */
    MEMBER,
    /** Added by the brand to points that were given. */
    MATCH
}
