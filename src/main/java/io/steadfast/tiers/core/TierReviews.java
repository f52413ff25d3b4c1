package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a member's tier is looked at next, as known at an instant: what a program promises until then doesn't move. */
public final class TierReviews {

    private TierReviews() {}

    /**
     * The first review after the instant of the tier that stood at it. The base tier is looked at when the period or window ends
     * that the instant lies in.
     *
     * @param standing the tier that stood; empty or of rank 0 for the base tier
     * @return empty where no review ever falls due: of a tier for life, or a base tier whose periods don't end
     */
    public static Optional<Instant> after(
            TierSet set, ZoneId zone, Instant enrolledAt, Optional<TierFact> standing, Instant at) {
        TierCalendar calendar = new TierCalendar(set, zone, enrolledAt);
        Optional<TierFact> reached = standing.filter(fact -> fact.rank() > 0);
        return reached.isPresent()
                ? reached.flatMap(fact -> fact.until().map(until -> calendar.reviewAt(fact.from(), until)))
                : calendar.periodEnd(calendar.date(at)).map(calendar::startOf);
    }
}
