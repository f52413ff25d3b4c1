package io.steadfast.accrual.core;

import java.util.List;

/**
 * A grant as it stands for an order: what was decided, what returns took of it, and the lots it was posted to.
 *
 * @param version of the program that gave it
 * @param taken by line, cumulative
 * @param lots oldest first; what is left in them is {@code grant.points()} less {@code taken}
 */
public record StandingGrant(GrantKey key, int version, Grant grant, List<LineShare> taken, List<StandingLot> lots) {

    public StandingGrant {
        taken = List.copyOf(taken);
        lots = List.copyOf(lots);
    }

    /** What this order gave the member through this rule, all in all. */
    public long net() {
        return grant.points() - takenPoints();
    }

    public long takenPoints() {
        return taken.stream().mapToLong(LineShare::points).reduce(0, Math::addExact);
    }

    /** What was posted for it so far, all in all. */
    public long posted() {
        return lots.stream().mapToLong(StandingLot::left).reduce(0, Math::addExact);
    }
}
