package io.steadfast.tiers.core;

import java.time.Instant;
import java.util.Optional;

/**
 * From an instant on the member is in a tier; the end is the next fact's {@code from}, so there are no gaps.
 *
 * @param rank the tier's place on the ladder, 0 for the base tier
 * @param until the exclusive instant to which the tier is valid as known at {@code from}; empty where it has no end
 */
public record TierFact(Instant from, int rank, Cause cause, Optional<Instant> until) {

    boolean saysTheSameAs(TierFact other) {
        return rank == other.rank && until.equals(other.until);
    }

    /** Why the member is in the tier from then on. */
    public enum Cause {
        ENROLLED,
        REACHED,
        KEPT,
        LOST_BY_RETURN,
        NOT_KEPT,
        SOFT_LANDING,
        RULES_CHANGED,
        CORRECTED,
        SET_BY_STAFF,
        STAFF_TIER_ENDED
    }
}
