package io.steadfast.designer.core;

import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.TierMetric;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.Crossing;
import io.steadfast.tiers.core.CutOrder;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierPart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member's way up the ladders of a program, each walked by its own machine; a plan that is on lends its tier as a floor. */
final class YearTiers {

    private final ProgramVersion version;
    private final Instant joined;
    private final Map<TierSetCode, TierMachine> machines = new LinkedHashMap<>();
    private final Map<TierSetCode, Integer> floors = new HashMap<>();

    YearTiers(ProgramVersion version, Collection<String> plans, Instant joined) {
        this.version = version;
        this.joined = joined;
        for (TierSet set : version.document().tierSets()) {
            if (!set.tiers().isEmpty()) {
                machines.put(set.code(), TierMachine.start(set, zone(), joined));
            }
        }
        version.document().plans().stream()
                .filter(plan -> plans.contains(plan.code().value()))
                .map(Plan::lends)
                .flatMap(Optional::stream)
                .forEach(lent -> version.document()
                        .tierSet(lent.set())
                        .ifPresent(set -> floors.merge(set.code(), Math.max(0, set.rankOf(lent.tier())), Math::max)));
    }

    private ZoneId zone() {
        return version.document().basics().zone();
    }

    void advanceTo(Instant at) {
        machines.values().forEach(machine -> machine.advanceTo(at));
    }

    void apply(TierSet set, List<MetricChange> changes) {
        Optional.ofNullable(machines.get(set.code())).ifPresent(machine -> changes.forEach(machine::apply));
    }

    /** With the tiers by which an order is judged: those before it, or those it leads to, or cut where it crosses (domain 38). */
    MemberFacts judging(MemberFacts member, Order order) {
        Map<TierSetRef, TierCode> before = new HashMap<>();
        machines.values().forEach(machine -> before.put(ref(machine), code(machine.set(), rank(machine))));
        MemberFacts known = member.withTiers(before);
        if (machines.values().stream().allMatch(machine -> machine.set().crossing() == TierSet.Crossing.BEFORE)) {
            return known;
        }
        List<Grant> grants = AccrualEvaluator.evaluate(version, known, order).grants();
        Map<TierSetRef, TierCode> raised = new HashMap<>(before);
        Map<TierSetRef, CutOrder> crossed = new HashMap<>();
        for (TierMachine machine : machines.values()) {
            List<MetricChange> changes = TierMetric.of(order, version, machine.set(), grants);
            if (changes.isEmpty() || machine.set().crossing() == TierSet.Crossing.BEFORE) {
                continue;
            }
            if (machine.set().crossing() == TierSet.Crossing.AFTER) {
                raised.put(ref(machine), code(machine.set(), rankWith(machine, changes.get(0))));
            } else {
                List<TierPart> parts = parts(machine, changes.get(0));
                if (parts.size() > 1) {
                    crossed.put(ref(machine), CutOrder.of(parts));
                }
            }
        }
        return member.withTiers(raised).withCrossed(crossed);
    }

    private List<TierPart> parts(TierMachine machine, MetricChange whole) {
        return Crossing.parts(
                whole.delta(),
                part -> part == 0 ? rank(machine) : rankWith(machine, whole.of(part)),
                rank -> code(machine.set(), rank));
    }

    /** Where the ladder would stand if that counted too. */
    private int rankWith(TierMachine machine, MetricChange change) {
        TierMachine tried = TierMachine.resume(machine.set(), zone(), joined, machine.state());
        tried.apply(change);
        return rank(tried);
    }

    private int rank(TierMachine machine) {
        return Math.max(
                machine.state().held().rank(), floors.getOrDefault(machine.set().code(), 0));
    }

    private TierSetRef ref(TierMachine machine) {
        return new TierSetRef(version.code(), machine.set().code());
    }

    private static TierCode code(TierSet set, int rank) {
        return set.tiers().get(rank).code();
    }

    /** The tier on each ladder at an instant that was walked through. */
    Map<TierSetCode, TierCode> at(Instant at) {
        Map<TierSetCode, TierCode> tiers = new HashMap<>();
        machines.forEach((set, machine) -> {
            int earned =
                    new TierHistory(machine.facts()).at(at).map(TierFact::rank).orElse(0);
            tiers.put(set, code(machine.set(), Math.max(earned, floors.getOrDefault(set, 0))));
        });
        return tiers;
    }

    /** Every tier above the first that began. */
    List<MemberYear.Reached> reached(List<Instant> orders) {
        List<MemberYear.Reached> reached = new ArrayList<>();
        for (TierMachine machine : machines.values()) {
            int before = 0;
            for (TierFact fact : new TierHistory(machine.facts()).changesOfTier()) {
                if (fact.rank() > before) {
                    reached.add(new MemberYear.Reached(
                            machine.set().tiers().get(fact.rank()),
                            YearWalk.day(fact.from(), version.document()),
                            (int) orders.stream()
                                    .filter(at -> !at.isAfter(fact.from()))
                                    .count(),
                            fact.until().map(end -> YearWalk.lastDay(end, version.document()))));
                }
                before = fact.rank();
            }
        }
        reached.sort(Comparator.comparing(MemberYear.Reached::day));
        return reached;
    }
}
