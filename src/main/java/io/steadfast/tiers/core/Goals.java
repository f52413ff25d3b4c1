package io.steadfast.tiers.core;

import java.time.Instant;
import java.util.List;

/**
 * What keeps a tier, as it was when it kept it (domain 34).
 *
 * @param need how many of them the metric has to hold
 */
public record Goals(int need, List<Goal> of) {

    public Goals {
        of = List.copyOf(of);
    }

    /** @param measure by what name it is counted */
    public record Goal(String measure, long threshold) {}

    /** Whether the period or window of a moment holds enough of them. */
    boolean areMet(TierCalendar calendar, Metric metric, Instant at) {
        return of.stream()
                        .filter(goal -> metric.at(calendar, at, goal.measure()) >= goal.threshold())
                        .count()
                >= need;
    }
}
