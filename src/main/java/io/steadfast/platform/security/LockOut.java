package io.steadfast.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** After a few wrong passwords each further one makes the person wait twice as long. */
final class LockOut {

    /** Wrong passwords that cost nothing: people mistype. */
    static final int FREE = 4;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;

    private LockOut() {}

    /** Until when nobody may try after this many failures in a row; empty when they may at once. */
    static Optional<Instant> until(int failures, Instant now) {
        if (failures <= FREE) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
        return Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }
}
