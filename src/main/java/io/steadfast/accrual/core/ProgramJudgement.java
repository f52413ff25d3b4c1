package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import java.util.List;
import java.util.Optional;

/**
 * What one program said to an order or activity, with what it looked at: judging again uses the same version and facts.
 *
 * @param facts without anything personal
 * @param basis what counts of each line by the program's own switches
 * @param capUses what it uses of the caps
 * @param budgetUses what it uses of the budgets
 */
public record ProgramJudgement(
        ProgramCode program,
        int version,
        MemberFacts facts,
        List<LineBasis> basis,
        List<SkippedRule> skipped,
        List<CapUse> capUses,
        List<BudgetUse> budgetUses) {

    public ProgramJudgement {
        basis = List.copyOf(basis);
        skipped = List.copyOf(skipped);
        capUses = List.copyOf(capUses);
        budgetUses = List.copyOf(budgetUses);
    }

    /** What a version decided about a member of whom these facts were known. */
    public static ProgramJudgement of(AccrualDecision decision, MemberFacts facts) {
        return new ProgramJudgement(
                decision.program(),
                decision.version(),
                facts,
                decision.basis(),
                decision.skipped(),
                decision.capUses(),
                decision.budgetUses());
    }

    /** A program that didn't look, and why; of version 0 where none was in force. */
    public static ProgramJudgement closed(ProgramCode program, MemberFacts facts, SkipReason reason) {
        return new ProgramJudgement(
                program,
                0,
                facts,
                List.of(),
                List.of(new SkippedRule(Optional.empty(), List.of(reason), List.of())),
                List.of(),
                List.of());
    }
}
