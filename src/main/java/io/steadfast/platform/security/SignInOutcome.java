package io.steadfast.platform.security;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of a try to sign in.
 *
 * @param lockedUntil when the person may try again, if {@code kind} is LOCKED
 */
public record SignInOutcome(Kind kind, Optional<Instant> lockedUntil) {

    /** How it ended. */
    public enum Kind {
        SIGNED_IN,
        /** Brand, address or password; which one is nobody's business. */
        WRONG,
        /** Too many wrong passwords in a row. */
        LOCKED,
        /** The brand is suspended or being migrated. */
        CLOSED
    }

    static SignInOutcome of(Kind kind) {
        return new SignInOutcome(kind, Optional.empty());
    }
}
