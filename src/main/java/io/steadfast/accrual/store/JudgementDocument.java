package io.steadfast.accrual.store;

import io.steadfast.accrual.core.BudgetUse;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.LineBasis;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.StandingSpend;
import io.steadfast.shared.ProgramCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A judgement as it is kept beside its order; without {@code order} nothing was judged. */
record JudgementDocument(
        Optional<Order> order,
        List<Program> programs,
        List<StandingGrant> grants,
        Map<String, Long> kept,
        List<StandingSpend> spends) {

    static final JudgementDocument NONE =
            new JudgementDocument(Optional.empty(), List.of(), List.of(), Map.of(), List.of());

    /** What one program said. */
    record Program(
            ProgramCode program,
            int version,
            FactsDocument facts,
            List<LineBasis> basis,
            List<SkippedRule> skipped,
            List<CapUse> capUses,
            List<BudgetUse> budgetUses) {

        static Program of(ProgramJudgement judgement) {
            return new Program(
                    judgement.program(),
                    judgement.version(),
                    FactsDocument.of(judgement.facts()),
                    judgement.basis(),
                    judgement.skipped(),
                    judgement.capUses(),
                    judgement.budgetUses());
        }

        ProgramJudgement judgement() {
            return new ProgramJudgement(program, version, facts.facts(), basis, skipped, capUses, budgetUses);
        }
    }

    static JudgementDocument of(Judgement judgement) {
        return new JudgementDocument(
                Optional.of(judgement.order()),
                judgement.programs().stream().map(Program::of).toList(),
                judgement.grants(),
                judgement.kept(),
                judgement.spends());
    }

    Optional<Judgement> judgement() {
        return order.map(judged ->
                new Judgement(judged, programs.stream().map(Program::judgement).toList(), grants, kept, spends));
    }
}
