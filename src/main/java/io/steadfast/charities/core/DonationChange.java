package io.steadfast.charities.core;

import java.time.Instant;
import java.util.List;

/**
 * What becomes of one donation.
 *
 * @param after as it stands then
 * @param moves the entries that bring it there; empty where only a date changes
 * @param effectiveAt when that happened which makes the difference
 */
public record DonationChange(Donation after, List<Move> moves, Instant effectiveAt) {

    public DonationChange {
        moves = List.copyOf(moves);
    }
}
