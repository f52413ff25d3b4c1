package io.steadfast.tills.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Wrong PINs at one till, counted across all numbers: the lock-out of each number says nothing to somebody who tries one PIN with
 * every number. A right PIN doesn't clear the count, or whoever has one could go on for ever.
 *
 * @param wrong PINs since {@code since}
 * @param since when the first of them was tried; empty before any was
 * @param lockedUntil nobody signs in with a PIN before; may have passed
 */
public record TillLock(int wrong, Optional<Instant> since, Optional<Instant> lockedUntil) {

    /** After so many wrong PINs at one till within {@link #WINDOW} the next one locks it. A busy till's mistyping stays far below. */
    public static final int MOST_WRONG_PINS = 10;

    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long it stays locked, unless a manager opens it. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    /** As it is before anything went wrong, and after a manager opened it. */
    public static final TillLock OPEN = new TillLock(0, Optional.empty(), Optional.empty());

    public boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    /** After one more PIN, which counts as wrong until it is known to be right: many tried at once count as many. */
    public TillLock tried(Instant now) {
        boolean within = since.filter(first -> first.plus(WINDOW).isAfter(now)).isPresent();
        if (!within) {
            return new TillLock(1, Optional.of(now), lockedUntil);
        }
        return wrong < MOST_WRONG_PINS
                ? new TillLock(wrong + 1, since, lockedUntil)
                : new TillLock(0, Optional.empty(), Optional.of(now.plus(PAUSE)));
    }

    /** After a PIN that was tried turned out to be right. */
    public TillLock wasRight() {
        return new TillLock(Math.max(0, wrong - 1), since, lockedUntil);
    }
}
