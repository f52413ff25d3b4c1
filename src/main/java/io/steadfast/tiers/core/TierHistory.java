package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Transition;
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
import org.jspecify.annotations.Nullable;

/** A member's tiers in one set: exactly one at every instant from enrolment on. */
public record TierHistory(List<TierFact> facts) {

    public TierHistory {
        facts = List.copyOf(facts);
    }

    /**
     * The machine after everything that counted up to {@code now}, where one version stood all the time; {@link TierCourse} knows
     * several.
     */
    public static TierMachine replay(
            TierSet set, ZoneId zone, Instant enrolledAt, Collection<MetricChange> changes, Instant now) {
        TierRules always = new TierRules(0, Instant.MIN, set, Transition.Tiers.GRANDFATHER);
        return new TierCourse(List.of(always), zone).replay(enrolledAt, changes, now);
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

    /**
     * What has to be added to {@code known} facts, which can't be changed, so that they say the same as these: new ones,
     * and for each known one that came out otherwise a correction at its own instant.
     */
    public List<TierFact> additionsTo(List<TierFact> known) {
        SortedMap<Instant, TierFact> before = lastOfEachInstant(known);
        SortedMap<Instant, TierFact> after = lastOfEachInstant(facts);
        List<TierFact> additions = new ArrayList<>();
        TreeSet<Instant> moments = new TreeSet<>(before.keySet());
        moments.addAll(after.keySet());
        for (Instant moment : moments) {
            TierFact wanted = after.containsKey(moment) ? after.get(moment) : corrected(moment);
            TierFact standing = before.get(moment);
            if (wanted != null && (standing == null || !standing.saysTheSameAs(wanted))) {
                additions.add(wanted);
            }
        }
        return additions;
    }

    /** The instants at which the tier itself changed, without mere renewals and corrections of nothing. */
    public List<TierFact> changesOfTier() {
        List<TierFact> changes = new ArrayList<>();
        for (TierFact fact : lastOfEachInstant(facts).values()) {
            if (changes.isEmpty() || changes.get(changes.size() - 1).rank() != fact.rank()) {
                changes.add(fact);
            }
        }
        return changes;
    }

    private @Nullable TierFact corrected(Instant moment) {
        return at(moment)
                .map(fact -> new TierFact(moment, fact.rank(), Cause.CORRECTED, fact.until()))
                .orElse(null);
    }

    private static SortedMap<Instant, TierFact> lastOfEachInstant(List<TierFact> facts) {
        SortedMap<Instant, TierFact> last = new TreeMap<>();
        facts.forEach(fact -> last.put(fact.from(), fact));
        return last;
    }

    /** The same with the facts added that were written down later; they stand before others of their instant. */
    public TierHistory with(List<TierFact> additions) {
        List<TierFact> all = new ArrayList<>(facts);
        all.addAll(additions);
        all.sort(Comparator.comparing(TierFact::from));
        return new TierHistory(all);
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

    /** Changes in the order of effect; those of one order, part and instant as one, and none that comes to nought. */
    public static List<MetricChange> net(Collection<MetricChange> changes) {
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
                Math.addExact(one.delta(), other.delta()),
                one.measure());
    }
}
