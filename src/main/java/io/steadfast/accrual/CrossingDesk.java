package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.TierMetric;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.CountedActivity;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.core.CutOrder;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tier by which an order is judged that reaches one (domain 38): the one before it, unless its ladder says the one after,
 * or cuts the order at the threshold. Conditions on a tier and a tier's expiry take a cut order by the tier before it.
 * The facts it was judged by are kept, so whatever is judged once more or again uses the same.
 */
@Dependent
class CrossingDesk {

    @Inject
    TierService tiers;

    MemberFacts facts(ProgramVersion version, JudgedSubject subject, MemberFacts known) {
        return after(version, subject, cut(version, subject, known));
    }

    /**
     * For an order that is judged once more: the thresholds that cut it the first time cut it again, whatever it counts now.
     */
    MemberFacts factsAgain(ProgramVersion version, JudgedSubject subject, MemberFacts known) {
        if (known.crossed().isEmpty() || subject.order().isEmpty()) {
            return known;
        }
        Map<TierSetCode, List<MetricChange>> counted = counted(version, subject, uncut(known));
        Map<TierSetRef, CutOrder> crossed = new HashMap<>();
        known.crossed()
                .forEach((ref, cut) -> crossed.put(
                        ref,
                        cut.counting(counted.getOrDefault(ref.set(), List.of()).stream()
                                .mapToLong(MetricChange::delta)
                                .sum())));
        return known.withCrossed(crossed);
    }

    /** With the parts into which those sets cut the order that split one which reaches a tier. */
    private MemberFacts cut(ProgramVersion version, JudgedSubject subject, MemberFacts known) {
        Map<TierSetCode, List<MetricChange>> counted = counted(version, subject, known);
        if (counted.isEmpty()) {
            return known;
        }
        Map<TierSetRef, CutOrder> crossed = new HashMap<>();
        tiers.partsCounting(activity(version, subject, known, counted), subject.occurredAt())
                .forEach((ref, parts) -> {
                    List<TierPart> floored = floored(version, known, ref, parts);
                    if (floored.size() > 1) {
                        crossed.put(ref, CutOrder.of(floored));
                    }
                });
        return known.withCrossed(crossed);
    }

    /** What the order as bought counts on each set that splits: one change a set, none where it counts nothing. */
    private static Map<TierSetCode, List<MetricChange>> counted(
            ProgramVersion version, JudgedSubject subject, MemberFacts known) {
        List<TierSet> split = version.document().tierSets().stream()
                .filter(set -> set.crossing() == TierSet.Crossing.SPLIT)
                .toList();
        if (split.isEmpty() || subject.order().isEmpty()) {
            return Map.of();
        }
        Order bought = subject.order().get().withReturns(List.of());
        List<Grant> grants = subject.judgedBy(version, known).grants();
        Map<TierSetCode, List<MetricChange>> counted = new HashMap<>();
        split.forEach(set -> counted.put(
                set.code(),
                TierMetric.of(bought, version, set, grants).stream()
                        .filter(change -> change.isOfMetric() && change.delta() > 0)
                        .toList()));
        counted.values().removeIf(List::isEmpty);
        return counted;
    }

    private static MemberFacts uncut(MemberFacts known) {
        return known.withCrossed(Map.of());
    }

    private static CountedActivity activity(
            ProgramVersion version,
            JudgedSubject subject,
            MemberFacts known,
            Map<TierSetCode, List<MetricChange>> changes) {
        return new CountedActivity(
                known.member(),
                version.code(),
                known.enrolledAt().orElse(subject.occurredAt()),
                changes,
                Optional.empty());
    }

    /** A tier that is lent or was set by staff stays a floor, and parts in one tier are one. */
    private static List<TierPart> floored(
            ProgramVersion version, MemberFacts known, TierSetRef ref, List<TierPart> parts) {
        TierSet set = version.document().tierSet(ref.set()).orElseThrow();
        TierCode floor = known.tiers().getOrDefault(ref, set.tiers().get(0).code());
        List<TierPart> floored = new ArrayList<>();
        for (TierPart part : parts) {
            TierCode tier = set.rankOf(part.tier()) < set.rankOf(floor) ? floor : part.tier();
            int last = floored.size() - 1;
            if (last >= 0 && floored.get(last).tier().equals(tier)) {
                floored.set(last, new TierPart(tier, floored.get(last).counted() + part.counted()));
            } else {
                floored.add(new TierPart(tier, part.counted()));
            }
        }
        return floored;
    }

    private MemberFacts after(ProgramVersion version, JudgedSubject subject, MemberFacts known) {
        List<TierSet> after = version.document().tierSets().stream()
                .filter(set -> set.crossing() == TierSet.Crossing.AFTER)
                .toList();
        if (after.isEmpty() || subject.order().isEmpty()) {
            return known;
        }
        Order order = subject.order().get();
        // What an order counts doesn't depend on its tier but for status points, which the first look gives.
        List<Grant> grants = subject.judgedBy(version, known).grants();
        Map<TierSetCode, List<MetricChange>> changes = new HashMap<>();
        after.forEach(set -> changes.put(set.code(), TierMetric.of(order, version, set, grants)));
        changes.values().removeIf(List::isEmpty);
        Map<TierSetRef, TierCode> raised = new HashMap<>(known.tiers());
        tiers.tiersCounting(activity(version, subject, known, changes), order.occurredAt())
                .forEach((ref, tier) -> raise(version, raised, ref, tier));
        return known.withTiers(raised);
    }

    /** A tier that is lent stays a floor. */
    private static void raise(
            ProgramVersion version, Map<TierSetRef, TierCode> tiers, TierSetRef ref, TierCode reached) {
        TierSet set = version.document().tierSet(ref.set()).orElseThrow();
        int before = Optional.ofNullable(tiers.get(ref)).map(set::rankOf).orElse(0);
        if (set.rankOf(reached) > before) {
            tiers.put(ref, reached);
        }
    }
}
