package io.steadfast.accrual;

import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SharedDemand;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.BudgetDelta;
import io.steadfast.programs.core.Cap;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an order uses of caps and budgets from now on, and how that differs from before. */
@Dependent
class LimitsKept {

    @Inject
    SharedLimitDesk shared;

    /**
     * The use from now on.
     *
     * @param kept of limits that all members share, by name
     * @param capUses by member, the change of what is used of their own caps
     * @param budgets the change of what is used of shared limits
     */
    record Settled(Map<String, Long> kept, Map<MemberId, List<CapUse>> capUses, List<BudgetDelta> budgets) {}

    /** @param had what was taken from shared limits for this order so far, this time included */
    Settled settle(OrderCase one, Optional<Judgement> judgement, List<StandingGrant> grants, Map<String, Long> had) {
        // A cancelled order uses up nothing.
        boolean counts = one.present().status() != OrderStatus.CANCELLED;
        Map<String, SharedDemand> needed = new TreeMap<>();
        judgement.ifPresent(each -> each.programs()
                .forEach(program -> needed.putAll(shared.needs(
                        program, grants, one.present().occurredAt(), counts ? program.capUses() : List.of()))));
        Map<String, Long> kept = shared.settle(had, needed);
        Map<MemberId, List<CapUse>> capUses = new HashMap<>();
        one.known().filter(known -> !one.wasCancelled()).ifPresent(known -> add(capUses, known, -1));
        judgement
                .filter(each -> counts)
                .ifPresent(each -> one.present().member().ifPresent(member -> add(capUses, member, each, 1)));
        return new Settled(kept, netted(capUses), deltas(one.kept(), kept));
    }

    private static void add(Map<MemberId, List<CapUse>> uses, KnownOrder known, int sign) {
        known.known()
                .judgement()
                .ifPresent(each -> known.known().order().member().ifPresent(member -> add(uses, member, each, sign)));
    }

    static void add(Map<MemberId, List<CapUse>> uses, MemberId member, Judgement judgement, int sign) {
        for (ProgramJudgement program : judgement.programs()) {
            for (CapUse use : program.capUses()) {
                if (use.key().scope() == Cap.Scope.MEMBER) {
                    uses.computeIfAbsent(member, each -> new ArrayList<>())
                            .add(new CapUse(use.key(), sign * use.amount()));
                }
            }
        }
    }

    /** One row a cap, and none where nothing changes: the same row can't be written twice in one statement. */
    private static Map<MemberId, List<CapUse>> netted(Map<MemberId, List<CapUse>> uses) {
        Map<MemberId, List<CapUse>> netted = new HashMap<>();
        uses.forEach((member, own) -> {
            Map<CapKey, Long> sums = new HashMap<>();
            own.forEach(use -> sums.merge(use.key(), use.amount(), Math::addExact));
            netted.put(
                    member,
                    sums.entrySet().stream()
                            .filter(sum -> sum.getValue() != 0)
                            .map(sum -> new CapUse(sum.getKey(), sum.getValue()))
                            .toList());
        });
        return netted;
    }

    static List<BudgetDelta> deltas(Map<String, Long> before, Map<String, Long> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new BudgetDelta(name, after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L)))
                .filter(delta -> delta.units() != 0)
                .toList();
    }
}
