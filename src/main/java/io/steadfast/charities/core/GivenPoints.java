package io.steadfast.charities.core;

import io.steadfast.programs.core.GivingPoints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What points that a member gives come to.
 *
 * @param worth of the member's part, in minor units of the program's currency
 * @param match what the brand adds, rounded down; apart from the member's part everywhere
 */
public record GivenPoints(long points, long worth, long match) {

    /** Whole steps at the program's rate. Points that don't fit are refused before, by {@link #refusal}. */
    public static GivenPoints of(long points, GivingPoints terms) {
        long worth = Math.multiplyExact(points, terms.worth()) / terms.points();
        long match = BigDecimal.valueOf(worth)
                .multiply(terms.matchPercent())
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact();
        return new GivenPoints(points, worth, match);
    }

    /** Why so many can't be given; empty when they can. */
    public static Optional<CharityRefusal> refusal(long points, GivingPoints terms) {
        if (points < terms.minimum()) {
            return Optional.of(CharityRefusal.BELOW_MINIMUM);
        }
        return points % terms.step() == 0 ? Optional.empty() : Optional.of(CharityRefusal.NOT_IN_STEPS);
    }
}
