package io.steadfast.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Something in a member's life beside the entries of their books.
 *
 * @param what a program, a purpose, a tier or an order's source
 * @param detail a version, a channel, a cause or an order's reference
 * @param amount in minor units of {@code currency}, where money was in it
 */
public record MemberEvent(
        Kind kind, Instant at, String what, Optional<String> detail, Optional<Long> amount, Optional<String> currency) {

    /** What happened. */
    public enum Kind {
        ENROLLED,
        LEFT,
        TERMS_ACCEPTED,
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        TIER,
        ORDER,
        ACTIVITY,
        KNOWN_BY,
        NO_LONGER_KNOWN_BY
    }
}
