package io.steadfast.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Something in a member's life beside the entries of their books.
 *
 * @param what a program, a purpose, a tier or an order's source
 * @param detail a version, a channel, a cause or an order's reference
 * @param amount in minor units of {@code currency}, where money was in it
 * @param why who did it by hand, and for which reason
 */
public record MemberEvent(
        Kind kind,
        Instant at,
        String what,
        Optional<String> detail,
        Optional<Long> amount,
        Optional<String> currency,
        Why why) {

    /**
     * Why somebody did it.
     *
     * @param reason a code
     * @param who a person's name or a key's label
     */
    public record Why(Optional<String> reason, Optional<String> who) {}

    /** What happened. */
    public enum Kind {
        ENROLLED,
        LEFT,
        TERMS_ACCEPTED,
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        TIER,
        /** A tier was set by hand; {@code detail} is its end, exclusive, in seconds since 1970. */
        TIER_SET,
        /** A tier that was set by hand ended, by its day or by somebody's hand, who then is named. */
        TIER_ENDED,
        /** The end of points was moved by hand; {@code what} is the wallet, {@code detail} the last usable day. */
        EXTENDED,
        BLOCKED,
        UNBLOCKED,
        /** Two memberships became one. */
        MERGED,
        ORDER,
        ACTIVITY,
        KNOWN_BY,
        NO_LONGER_KNOWN_BY
    }
}
