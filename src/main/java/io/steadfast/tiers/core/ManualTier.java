package io.steadfast.tiers.core;

import java.time.Instant;

/**
 * A tier that staff set, with a reason and an end (domain 36). It stops no rise and holds off every fall until it ends.
 *
 * @param until exclusive
 */
public record ManualTier(int rank, Instant from, Instant until, String reason) {

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
