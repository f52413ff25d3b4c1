package io.steadfast.tiers.core;

import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the walk through a member's changes stopped.
 *
 * @param version of the program under which it went, or a later one that judges alike
 * @param dueAt when time alone changes something next
 * @param factsSeq the highest sequence of a fact written
 * @param last the last change walked over; its delta is 0
 */
public record KeptStanding(
        int version,
        TierCode tier,
        TierState state,
        Optional<Instant> dueAt,
        Instant joinedAt,
        long factsSeq,
        Optional<MetricChange> last) {

    /** The same, never to be reviewed: its ladder is gone. */
    public KeptStanding withoutReview() {
        return new KeptStanding(version, tier, state, Optional.empty(), joinedAt, factsSeq, last);
    }
}
