package io.steadfast.tills.core;

/** What was done for a member. */
public enum WorkKind {
    ENROLMENT,
    /** A sale that staff wrote down. */
    SALE,
    /** A sale that the till had reported without a member. */
    CLAIM,
    RETURN,
    STAMP,
    GOODWILL,
    /** Another piece of work taken back. */
    UNDO
}
