package io.steadfast.tiers.core;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a member stands at an instant.
 *
 * @param rank of the tier held
 * @param validUntil exclusive: when the tier is lost unless it is kept, which is the end of its term, or as much later as grace lasts or
 *     its review comes; empty where it has no end or is never lost
 * @param metric of the present period, in the metric's unit
 * @param over what of it came over, and what will; empty where nothing comes over
 * @param nextRank and {@code missing}: the next tier above what is held and what is reached, and what its threshold still needs; empty at the top
 * @param nextReview when time alone may change the tier
 * @param keep what makes the tier last another term; empty where it has no end or is never lost
 * @param rise a higher tier that is reached and hasn't begun
 */
public record TierStanding(
        int rank,
        Optional<Instant> validUntil,
        long metric,
        Optional<TierOver> over,
        Optional<Integer> nextRank,
        long missing,
        Optional<Instant> nextReview,
        Optional<TierKeep> keep,
        Optional<TierRise> rise) {}
