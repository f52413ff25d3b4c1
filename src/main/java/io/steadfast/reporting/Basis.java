package io.steadfast.reporting;

/** By which date an entry counts: when the thing happened, or when it was booked. */
public enum Basis {
    ACTIVITY,
    POSTING
}
