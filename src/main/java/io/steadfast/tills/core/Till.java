package io.steadfast.tills.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser that a manager made a till of.
 *
 * @param source under which the till itself reports its orders
 * @param registeredBy the person's name
 * @param retiredAt empty while it is one
 * @param lockedUntil nobody signs in with a PIN before; may have passed
 */
public record Till(
        UUID id,
        String store,
        String name,
        String source,
        Instant registeredAt,
        String registeredBy,
        Optional<Instant> lastUsedAt,
        Optional<Instant> retiredAt,
        Optional<Instant> lockedUntil) {

    public boolean stands() {
        return retiredAt.isEmpty();
    }

    /** As the place of what is done at it. */
    public Place place() {
        return new Place(Optional.of(store), Optional.of(id), source);
    }
}
