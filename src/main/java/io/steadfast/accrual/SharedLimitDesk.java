package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SharedDemand;
import io.steadfast.accrual.core.SharedLimits;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.BudgetRepository;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes what a decision wants of budgets and of caps over everyone, and has it decided again with less where less is left.
 * Nothing is ever taken twice, and what the last decision doesn't need goes back.
 */
@Dependent
class SharedLimitDesk {

    /** Each further round knows one more limit to be scarce; more limits than this in one version help nobody. */
    private static final int MOST_ROUNDS = 20;

    @Inject
    BudgetRepository budgets;

    @Inject
    ProgramService programs;

    /** A decision that fits, the facts it was made with, and what it holds of each limit. */
    record Fitted(AccrualDecision decision, MemberFacts facts, Map<String, Long> taken) {}

    /** @param kept what the order holds already from an earlier decision */
    Fitted fit(ProgramVersion version, JudgedSubject subject, MemberFacts facts, Map<String, Long> kept) {
        SharedLimits limits = new SharedLimits(version, subject.occurredAt());
        AccrualDecision decision = subject.judgedBy(version, facts);
        if (limits.none()) {
            return new Fitted(decision, facts, Map.of());
        }
        Map<String, Long> had = new HashMap<>(kept);
        Set<String> scarce = new HashSet<>();
        MemberFacts known = facts;
        for (int round = 0; round < MOST_ROUNDS && fallsShort(limits.demands(decision), had, scarce); round++) {
            Map<String, Long> left = new HashMap<>(had);
            left.keySet().retainAll(scarce);
            known = facts.withUsage(limits.scarce(facts.usage(), left));
            decision = subject.judgedBy(version, known);
        }
        return new Fitted(decision, known, had);
    }

    /** Takes what is missing; whether less was left than is wanted. */
    private boolean fallsShort(List<SharedDemand> demands, Map<String, Long> had, Set<String> scarce) {
        boolean fellShort = false;
        for (SharedDemand demand : demands) {
            long has = had.getOrDefault(demand.name(), 0L);
            if (demand.wanted() > has && !scarce.contains(demand.name())) {
                long more = budgets.take(demand.name(), demand.version(), demand.total(), demand.wanted() - has);
                had.put(demand.name(), has + more);
                if (has + more < demand.wanted()) {
                    scarce.add(demand.name());
                    fellShort = true;
                }
            }
        }
        return fellShort;
    }

    /**
     * Gives back what isn't needed of what was taken, and takes again what a withdrawn return needs as far as it is left.
     *
     * @return what is kept from now on
     */
    Map<String, Long> settle(Map<String, Long> had, Map<String, SharedDemand> needed) {
        Map<String, Long> kept = new HashMap<>();
        Set<String> names = new TreeSet<>(had.keySet());
        names.addAll(needed.keySet());
        for (String name : names) {
            long has = had.getOrDefault(name, 0L);
            SharedDemand demand = needed.get(name);
            long needs = demand == null ? 0 : demand.wanted();
            if (needs < has) {
                budgets.giveBack(name, has - needs);
            } else if (demand != null && needs > has) {
                needs = has + budgets.take(name, demand.version(), demand.total(), needs - has);
            }
            if (needs > 0) {
                kept.put(name, needs);
            }
        }
        return kept;
    }

    /** What of shared limits these grants of one program need, by name. */
    Map<String, SharedDemand> needs(
            ProgramJudgement judgement, List<StandingGrant> grants, Instant occurredAt, List<CapUse> capUses) {
        if (judgement.budgetUses().isEmpty() && judgement.capUses().isEmpty()) {
            return Map.of();
        }
        List<StandingGrant> own = grants.stream()
                .filter(grant -> grant.key().program().equals(judgement.program()))
                .toList();
        return programs.version(judgement.program(), judgement.version())
                .map(version -> new SharedLimits(version, occurredAt).kept(own, capUses))
                .orElse(Map.of());
    }
}
