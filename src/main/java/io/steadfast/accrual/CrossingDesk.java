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
import io.steadfast.tiers.core.MetricChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tier by which an order is judged that reaches one (domain 38): the one before it, unless its ladder says the one after.
 * The facts it was judged by are kept, so whatever is judged once more or again uses the same.
 */
@Dependent
class CrossingDesk {

    @Inject
    TierService tiers;

    MemberFacts facts(ProgramVersion version, JudgedSubject subject, MemberFacts known) {
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
        tiers.tiersCounting(
                        new CountedActivity(
                                known.member(),
                                version.code(),
                                known.enrolledAt().orElse(order.occurredAt()),
                                changes),
                        order.occurredAt())
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
