package io.steadfast.ledger.core;

import java.time.Instant;
import java.util.Optional;

/**
 * The dates of a lot.
 *
 * @param activityAt when it was earned; lots that expire together are used in this order
 * @param activatesAt from when its points can be used; empty: it waits for an event
 * @param expiresAt exclusive: the first instant at which its points can't be used any more; empty: never
 */
public record LotDates(Instant activityAt, Optional<Instant> activatesAt, Optional<Instant> expiresAt) {

    public LotDates {
        activityAt = Micros.of(activityAt);
        activatesAt = activatesAt.map(Micros::of);
        expiresAt = expiresAt.map(Micros::of);
    }

    /** Usable at once, never expiring. */
    public static LotDates usableFrom(Instant activityAt) {
        return new LotDates(activityAt, Optional.of(activityAt), Optional.empty());
    }

    public LotDates until(Instant expiry) {
        return new LotDates(activityAt, activatesAt, Optional.of(expiry));
    }

    public boolean activeBy(Instant now) {
        return activatesAt.isPresent() && !activatesAt.get().isAfter(now);
    }

    public boolean expiredBy(Instant now) {
        return expiresAt.isPresent() && !expiresAt.get().isAfter(now);
    }
}
