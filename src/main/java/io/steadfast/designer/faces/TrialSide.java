package io.steadfast.designer.faces;

import io.steadfast.accrual.ProofLines;
import io.steadfast.accrual.ProofSentence;
import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.RuleCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one draft or version says of an order.
 *
 * @param code which one it is, as the page's address names it
 * @param title the draft's name, or which version
 * @param credit the currency where all that one can spend is money; empty where it is points
 * @param besides what the order gives beside them: to a charity, to a stamp card, rights
 */
public record TrialSide(
        String code, String title, long points, String credit, List<Line> lines, List<Example.Beside> besides) {

    public TrialSide {
        lines = List.copyOf(lines);
        besides = List.copyOf(besides);
    }

    /** One rule's part with its proof. */
    public record Line(String rule, long points, String why, List<String> proof) {

        public Line {
            proof = List.copyOf(proof);
        }
    }

    /** A draft or a version that may judge. */
    public record Judge(String code, String title, ProgramDocument document) {

        /** As a version that has always been in force. */
        ProgramVersion version() {
            return new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        }

        TrialSide judge(MemberFacts member, Order order, Say say) {
            AccrualDecision decision = AccrualEvaluator.evaluate(version(), member, order);
            ProofSentence sentences = new ProofSentence(document, say.locale());
            ProofLines proofs = new ProofLines(document, say.locale());
            List<Line> lines = new ArrayList<>();
            for (Grant grant : decision.grants()) {
                String rule = name(Optional.of(grant.rule()), say);
                lines.add(new Line(rule, grant.points(), sentences.granted(grant), proofs.granted(grant)));
            }
            for (SkippedRule skipped : decision.skipped()) {
                lines.add(new Line(name(skipped.rule(), say), 0, sentences.skipped(skipped), proofs.skipped(skipped)));
            }
            long points = decision.grants().stream().mapToLong(Grant::points).sum();
            String credit =
                    GetsBean.isCredit(document) ? document.basics().currency().getCurrencyCode() : "";
            return new TrialSide(code, title, points, credit, lines, Besides.of(say, decision, member, order));
        }
    }

    private static String name(Optional<RuleCode> rule, Say say) {
        return rule.flatMap(say.document()::rule)
                .map(found -> say.in(found.name()))
                .orElseGet(() -> say.in(say.document().basics().name()));
    }
}
