package io.steadfast.rewards.core;

import java.util.Set;

/** What has become of a redemption (domain 57). */
public enum RedemptionState {
    /** Given at once: a voucher, credit, a right or a donation. */
    ISSUED,
    /** To be sent. */
    ORDERED,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** What may follow by fulfilment; cancelling is asked for by itself. */
    public boolean mayBecome(RedemptionState next) {
        return switch (this) {
            case ORDERED -> Set.of(SHIPPED, DELIVERED).contains(next);
            case SHIPPED -> next == DELIVERED;
            default -> false;
        };
    }

    /** Whether it may still be taken back: not once it was sent. */
    public boolean mayBeCancelled() {
        return this == ISSUED || this == ORDERED;
    }
}
