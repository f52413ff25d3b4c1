package io.steadfast.accrual.core;

import java.time.Instant;
import java.util.Optional;

/**
 * When the points of a grant become spendable.
 *
 * @param at the instant; empty while it isn't known, that is before fulfilment, the event or the review
 * @param days to wait after fulfilment
 * @param event that confirms
 * @param cancelAt when the grant is cancelled without the event
 */
public record Activation(
        Kind kind, Optional<Instant> at, Optional<Integer> days, Optional<String> event, Optional<Instant> cancelAt) {

    public enum Kind {
        IMMEDIATE,
        AT_DATE,
        AFTER_FULFILMENT,
        ON_EVENT,
        /** Once a person believes the activity. */
        IN_REVIEW
    }

    /** Waits until a person has looked at the activity. */
    public static Activation inReview() {
        return new Activation(Kind.IN_REVIEW, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Activation immediate(Instant at) {
        return new Activation(Kind.IMMEDIATE, Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
