package io.steadfast.tiers.core;

import java.time.Instant;
import java.util.Optional;

/**
 * A tier a member holds.
 *
 * @param until exclusive; empty where it has no end
 * @param earnedAt a moment of the period or window whose metric earned it; empty where it stands without one (the base
 *     tier, a soft landing)
 * @param threshold what that metric has to hold for the tier to stay earned
 * @param goals what has to be met in its place, where the tier was kept by goals
 */
public record Holding(
        int rank,
        Instant from,
        Optional<Instant> until,
        Optional<Instant> earnedAt,
        long threshold,
        Optional<Goals> goals) {

    static Holding base(Instant from) {
        return new Holding(0, from, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    boolean lastsBeyond(Instant at) {
        return until.isEmpty() || until.get().isAfter(at);
    }

    boolean lastsLongerThan(Optional<Instant> other) {
        return other.isPresent() && (until.isEmpty() || until.get().isAfter(other.get()));
    }

    boolean isEarned(TierCalendar calendar, Metric metric) {
        return earnedAt.isEmpty()
                || goals.map(each -> each.areMet(calendar, metric, earnedAt.get()))
                        .orElseGet(() -> metric.at(calendar, earnedAt.get()) >= threshold);
    }

    Holding ranked(int other) {
        return new Holding(other, from, until, earnedAt, threshold, goals);
    }

    Holding from(Instant start) {
        return new Holding(rank, start, until, earnedAt, threshold, goals);
    }

    /** What earned it can't be looked up any more: it stands to its end. */
    Holding withoutEvidence() {
        return new Holding(rank, from, until, Optional.empty(), 0, Optional.empty());
    }
}
