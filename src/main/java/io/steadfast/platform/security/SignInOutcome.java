package io.steadfast.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a try to sign in.
 *
 * @param lockedUntil when the person may try again, if {@code kind} is LOCKED or PAUSED_HERE
 */
public record SignInOutcome(Kind kind, Optional<Instant> lockedUntil) {

    /** How it ended. */
    public enum Kind {
        SIGNED_IN,
        /** Brand, address or password; which one is nobody's business. */
        WRONG,
        /** Too many wrong passwords in a row. */
        LOCKED,
        /** Too many wrong tries from one address, whoever they named. */
        PAUSED_HERE,
        /** The brand is suspended or being migrated. */
        CLOSED
    }

    /** Whole minutes until the next try; never less than one: "in 0 minutes" would be tried at once and locked again. */
    public long minutesLeft(Instant now) {
        return lockedUntil
                .map(until ->
                        Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes()))
                .orElse(0L);
    }

    static SignInOutcome of(Kind kind) {
        return new SignInOutcome(kind, Optional.empty());
    }
}
