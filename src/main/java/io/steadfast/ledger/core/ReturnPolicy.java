package io.steadfast.ledger.core;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of spent points that come back to a lot whose expiry has passed, or whose account has lapsed since. A lot that still lives takes its points
 * back unchanged.
 *
 * @param expiresAt for MIN_DAYS and FRESH the exclusive end the points get, by the program's calendar; empty: never
 */
public record ReturnPolicy(Mode mode, Optional<Instant> expiresAt) {

    public ReturnPolicy {
        expiresAt = expiresAt.map(Micros::of);
    }

    public enum Mode {
        /** They come back expired: the member gets nothing and must be told. */
        KEEP_ORIGINAL,
        /** They can be used at least until {@code expiresAt}. */
        MIN_DAYS,
        /** They get {@code expiresAt}. */
        FRESH
    }

    public static ReturnPolicy keepOriginal() {
        return new ReturnPolicy(Mode.KEEP_ORIGINAL, Optional.empty());
    }

    public static ReturnPolicy atLeastUntil(Instant expiresAt) {
        return new ReturnPolicy(Mode.MIN_DAYS, Optional.of(expiresAt));
    }

    public static ReturnPolicy fresh(Optional<Instant> expiresAt) {
        return new ReturnPolicy(Mode.FRESH, expiresAt);
    }
}
