package io.steadfast.charities.core;

/** How far a donation is (domain 61). */
public enum DonationState {
    /** Promised by a paid order; a return may still take it back as a matter of course. */
    PLEDGED,
    /** The window for returns has passed; due with the next settlement. */
    CONFIRMED,
    /** In a batch; nothing changes it any more. */
    SETTLED,
    /** The charity has acknowledged the batch. */
    RECEIPTED,
    /** Nothing of it is left. */
    REVERSED;

    /** Whether a settlement has fixed it for good. */
    public boolean isFixed() {
        return this == SETTLED || this == RECEIPTED;
    }
}
