package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import java.util.List;
import java.util.Map;

/**
 * What stands for an order: the content that was judged, what each program said, and the grants with their lots.
 *
 * @param order the state that was judged
 * @param spends points that paid for it
 * @param kept what the order keeps of limits that all members share, by {@link SharedDemand#name()}
 */
public record Judgement(
        Order order,
        List<ProgramJudgement> programs,
        List<StandingGrant> grants,
        Map<String, Long> kept,
        List<StandingSpend> spends) {

    public Judgement {
        programs = List.copyOf(programs);
        grants = List.copyOf(grants);
        kept = Map.copyOf(kept);
        spends = List.copyOf(spends);
    }

    /** What should stand once the order has this status and these returns; judges nothing again. */
    public List<StandingGrant> wanted(Order present) {
        ReturnedParts parts = ReturnedParts.of(order.asIn(present));
        return grants.stream()
                .map(grant -> new StandingGrant(
                        grant.key(),
                        grant.version(),
                        grant.grant(),
                        parts.taken(grant.grant(), basisOf(grant.key().program())),
                        List.of()))
                .toList();
    }

    /** The same judgement with the grants as they were posted, and what is kept of shared limits. */
    public Judgement standing(List<StandingGrant> posted, Map<String, Long> keeping) {
        return new Judgement(order, programs, posted, keeping, spends);
    }

    /** The same judgement with the points that paid for the order. */
    public Judgement paidWith(List<StandingSpend> other) {
        return new Judgement(order, programs, grants, kept, other);
    }

    private List<LineBasis> basisOf(ProgramCode program) {
        return programs.stream()
                .filter(each -> each.program().equals(program))
                .findFirst()
                .map(ProgramJudgement::basis)
                .orElse(List.of());
    }
}
