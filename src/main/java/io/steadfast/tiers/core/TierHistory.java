package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A member's tiers in one set: exactly one at every instant from enrolment on. */
public record TierHistory(List<TierFact> facts) {

    public TierHistory {
        facts = List.copyOf(facts);
    }

    /**
     * The machine after everything that counted up to {@code now}. Changes of one order at one instant that cancel each
     * other out (a return withdrawn, an order changed) leave no trace.
     *
     * @param enrolledAt the start of the base tier; an order that a look-back lets count before it moves the start
     */
    public static TierMachine replay(
            TierSet set, ZoneId zone, Instant enrolledAt, Collection<MetricChange> changes, Instant now) {
        List<MetricChange> standing = net(changes).stream()
                .filter(change -> !change.at().isAfter(now))
                .toList();
        Instant start = Stream.concat(Stream.of(enrolledAt), standing.stream().map(MetricChange::at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        TierMachine machine = TierMachine.start(set, zone, start);
        standing.forEach(machine::apply);
        machine.advanceTo(now);
        return machine;
    }

    /** The tiers that were earned, raised for their time by the tiers that staff set. */
    public static TierHistory of(List<TierFact> earned, List<ManualTier> manual, Instant now) {
        TierHistory base = new TierHistory(earned);
        if (manual.isEmpty()) {
            return base;
        }
        TreeSet<Instant> moments = new TreeSet<>();
        earned.forEach(fact -> moments.add(fact.from()));
        manual.forEach(tier -> moments.addAll(List.of(tier.from(), tier.until())));
        moments.removeIf(moment -> moment.isAfter(now));
        List<TierFact> facts = new ArrayList<>();
        for (Instant moment : moments) {
            base.at(moment).ifPresent(fact -> facts.add(raised(moment, fact, manual)));
        }
        return new TierHistory(facts);
    }

    /** The tier at an instant; empty before enrolment. The last fact of an instant stands. */
    public Optional<TierFact> at(Instant instant) {
        return facts.stream().filter(fact -> !fact.from().isAfter(instant)).reduce((earlier, later) -> later);
    }

    private static TierFact raised(Instant moment, TierFact earned, List<ManualTier> manual) {
        Optional<ManualTier> highest = manual.stream()
                .filter(tier -> tier.holdsAt(moment) && tier.rank() > earned.rank())
                .max(Comparator.comparingInt(ManualTier::rank).thenComparing(ManualTier::until));
        if (highest.isPresent()) {
            ManualTier tier = highest.get();
            return new TierFact(moment, tier.rank(), Cause.SET_BY_STAFF, Optional.of(tier.until()));
        }
        return earned.from().equals(moment)
                ? earned
                : new TierFact(moment, earned.rank(), Cause.STAFF_TIER_ENDED, earned.until());
    }

    private static List<MetricChange> net(Collection<MetricChange> changes) {
        SortedMap<MetricChange, MetricChange> standing =
                new TreeMap<>(Comparator.<MetricChange>naturalOrder().thenComparing(MetricChange::countsAt));
        for (MetricChange change : changes) {
            standing.merge(change, change, TierHistory::sum);
        }
        return standing.values().stream().filter(change -> change.delta() != 0).toList();
    }

    private static MetricChange sum(MetricChange one, MetricChange other) {
        return new MetricChange(
                one.at(),
                one.countsAt(),
                one.source(),
                one.reference(),
                one.part(),
                Math.addExact(one.delta(), other.delta()));
    }
}
