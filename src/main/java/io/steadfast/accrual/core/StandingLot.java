package io.steadfast.accrual.core;

import java.util.UUID;

/**
 * A lot that was posted for a grant.
 *
 * @param granted points
 * @param taken points of them that were taken back since
 */
public record StandingLot(UUID lot, long granted, long taken) {

    public StandingLot {
        if (taken < 0 || taken > granted) {
            throw new IllegalArgumentException("Of " + granted + " points nobody can take back " + taken);
        }
    }

    /** What may still be taken back. */
    public long left() {
        return granted - taken;
    }

    StandingLot taking(long points) {
        return new StandingLot(lot, granted, Math.addExact(taken, points));
    }
}
