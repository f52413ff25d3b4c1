package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
                : Optional.of(new Holding(
                        rank, from, calendar.validUntil(earnedAt), evidence(earnedAt), entry(rank), Optional.empty()));
    }

    /** The same tier for another term, if the metric of {@code earnedAt}'s period renews it; to reach it once more does too. */
    Optional<Holding> renewed(Holding held, Metric metric, Instant earnedAt) {
        if (held.rank() == 0) {
            return Optional.empty();
        }
        Optional<Goals> goals = goals(held.rank()).filter(each -> each.areMet(calendar, metric, earnedAt));
        long threshold = renewal(held.rank());
        return goals.isPresent() || metric.at(calendar, earnedAt) >= threshold
                ? Optional.of(new Holding(
                        held.rank(), held.from(), calendar.validUntil(earnedAt), evidence(earnedAt), threshold, goals))
                : Optional.empty();
    }

    /** What keeps a tier where it isn't the metric's threshold alone (domain 34). */
    Optional<Goals> goals(int rank) {
        return set.tiers()
                .get(rank)
                .keeps()
                .map(keeps -> new Goals(
                        keeps.need(),
                        keeps.goals().stream()
                                .map(goal -> new Goals.Goal(set.measure(goal), goal.threshold()))
                                .toList()));
    }

    /** The tier that begins at an instant for which it waited; empty for the base tier. */
    Optional<Holding> begun(Metric metric, Instant due) {
        return best(
                moments(metric, due)
                        .flatMap(moment -> deserved(metric, moment, due).stream())
                        .map(reached -> new Holding(
                                reached.rank(),
                                due,
                                calendar.validUntil(due),
                                reached.earnedAt(),
                                reached.threshold(),
                                reached.goals())),
                due);
    }

    /** What is looked at then: the period that ends, or all that the year before an anniversary touched. */
    private Stream<Instant> moments(Metric metric, Instant due) {
        Instant last = due.minusNanos(1);
        if (waitsForPeriod()) {
            return Stream.of(last);
        }
        LocalDate year = calendar.date(due).minusYears(1);
        return Stream.concat(
                metric.buckets().subMap(calendar.bucket(calendar.startOf(year)), calendar.date(due)).keySet().stream()
                        .map(calendar::startOf),
                Stream.of(last));
    }

    private boolean waitsForPeriod() {
        return set.upgrade() == TierSet.Upgrade.NEXT_PERIOD || set.upgrade() == TierSet.Upgrade.IMMEDIATE;
    }

    /** What a review leaves of what is deserved: where rises have a day of their own it brings none about. */
    Holding reviewed(Holding deserved, Holding held) {
        return waitsForPeriod() || deserved.rank() <= held.rank()
                ? deserved
                : new Holding(
                        held.rank(),
                        held.from(),
                        deserved.until(),
                        deserved.earnedAt(),
                        entry(held.rank()),
                        Optional.empty());
    }

    /**
     * What time alone will do.
     *
     * @param review when the tier that is held is lost unless it is kept
     * @param next the first of that and of a tier that begins
     */
    record Dues(Optional<Instant> review, Optional<Instant> next) {}

    /** Where a member stands, to whom all has happened that is due. */
    TierStanding standing(TierState state, Dues dues, Instant now) {
        long metric = state.metric().at(calendar, now);
        int rank = state.held().rank();
        Optional<TierRise> rise = state.upgradeAt()
                .flatMap(at -> begun(state.metric(), at)
                        .filter(higher -> higher.rank() > rank)
                        .map(higher -> new TierRise(higher.rank(), at)));
        int reached = rise.map(TierRise::rank).orElse(rank);
        Optional<Integer> next = reached + 1 < set.tiers().size() ? Optional.of(reached + 1) : Optional.empty();
        return new TierStanding(
                rank,
                set.downgrade() == TierSet.Downgrade.NONE ? Optional.empty() : dues.review(),
                metric,
                set.rollover().map(rollover -> over(state.metric(), rollover, now)),
                next,
                next.map(higher -> Math.max(0, entry(higher) - metric)).orElse(0L),
                dues.next(),
                keep(state, now),
                rise);
    }

    private TierOver over(Metric metric, TierSet.Rollover rollover, Instant now) {
        long next = Carry.of(set, calendar.date(now))
                .map(carry -> carry.over(metric.at(calendar, now)))
                .orElse(0L);
        return new TierOver(metric.carriedInto(calendar, now), next, rollover.most());
    }

    /** What makes the tier that is held last another term. */
    private Optional<TierKeep> keep(TierState state, Instant now) {
        int rank = state.held().rank();
        boolean ends = rank > 0 && state.held().until().isPresent() && set.downgrade() != TierSet.Downgrade.NONE;
        if (!ends) {
            return Optional.empty();
        }
        Metric metric = state.metric();
        TierSet.Metric own = set.metric();
        return Optional.of(set.tiers()
                .get(rank)
                .keeps()
                .map(keeps -> new TierKeep(
                        keeps.need(),
                        keeps.goals().stream()
                                .map(goal -> new TierKeep.Goal(
                                        goal.metric(),
                                        goal.wallet(),
                                        goal.counter(),
                                        goal.threshold(),
                                        metric.at(calendar, now, set.measure(goal))))
                                .toList()))
                .orElseGet(() -> new TierKeep(
                        1,
                        List.of(new TierKeep.Goal(
                                own.kind(), own.wallet(), own.counter(), renewal(rank), metric.at(calendar, now))))));
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
