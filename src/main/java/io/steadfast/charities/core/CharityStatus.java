package io.steadfast.charities.core;

/** Whether a charity takes donations. */
public enum CharityStatus {
    OPEN,
    /** Takes none any more; what it wasn't paid yet waits for a new choice. */
    CLOSED
}
