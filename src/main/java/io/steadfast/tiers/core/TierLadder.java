package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which tier a metric deserves on the ladder of a tier set. */
record TierLadder(TierSet set, TierCalendar calendar) {

    /** The highest tier whose entry threshold the metric meets; 0 is the base tier. */
    int rankFor(long metric) {
        return IntStream.range(0, set.tiers().size())
                .filter(rank -> rank == 0 || metric >= entry(rank))
                .max()
                .orElse(0);
    }

    long entry(int rank) {
        return set.tiers().get(rank).threshold();
    }

    /** The threshold to stay, which may be lower than the one to enter (domain 34). */
    long renewal(int rank) {
        Tier tier = set.tiers().get(rank);
        return tier.renewal().orElse(tier.threshold());
    }

    /** The tier that the metric of {@code earnedAt}'s period deserves, held from {@code from}; empty for the base tier. */
    Optional<Holding> deserved(Metric metric, Instant earnedAt, Instant from) {
        int rank = rankFor(metric.at(calendar, earnedAt));
        return rank == 0
                ? Optional.empty()
                : Optional.of(new Holding(rank, from, calendar.validUntil(earnedAt), evidence(earnedAt), entry(rank)));
    }

    /** The same tier for another term, if the metric of {@code earnedAt}'s period renews it. */
    Optional<Holding> renewed(Holding held, Metric metric, Instant earnedAt) {
        return held.rank() > 0 && metric.at(calendar, earnedAt) >= renewal(held.rank())
                ? Optional.of(new Holding(
                        held.rank(),
                        held.from(),
                        calendar.validUntil(earnedAt),
                        evidence(earnedAt),
                        renewal(held.rank())))
                : Optional.empty();
    }

    /** A metric that starts anew with each tier can't be looked up afterwards: no return takes such a tier back. */
    private Optional<Instant> evidence(Instant earnedAt) {
        return set.period().kind() == TierSet.Period.Kind.SINCE_TIER_START ? Optional.empty() : Optional.of(earnedAt);
    }

    /** The best of what lasts beyond an instant: the highest tier, of equal tiers the one that lasts longest. */
    static Optional<Holding> best(Stream<Holding> holdings, Instant beyond) {
        return holdings.filter(holding -> holding.lastsBeyond(beyond))
                .max(Comparator.comparingInt(Holding::rank)
                        .thenComparing(holding -> holding.until().orElse(Instant.MAX)));
    }
}
