package io.steadfast.accrual;

import io.steadfast.accrual.core.Activation;
import io.steadfast.accrual.core.Arithmetic;
import io.steadfast.accrual.core.CapBite;
import io.steadfast.accrual.core.ConditionOutcome;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.LineShare;
import io.steadfast.accrual.core.MultiplierPart;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.programs.ConditionSentence;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.ProgramDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A proof as lines for staff: every condition, every item, every step and every date. */
public final class ProofLines {

    private final Words words;
    private final ProofSentence sentence;
    private final ConditionSentence conditions;

    /** @param document of the version that decided */
    public ProofLines(ProgramDocument document, Locale language) {
        this.words = Words.of("proofs", document, language);
        this.sentence = new ProofSentence(document, language);
        this.conditions = new ConditionSentence(words);
    }

    public List<String> granted(Grant grant) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("staff.rule", "code", grant.rule(), "rule", sentence.ruleName(grant.rule())));
        lines.addAll(conditions(grant.conditions()));
        items(grant, lines);
        arithmetic(grant, lines);
        lines.add(words.text(
                "staff.points",
                "points",
                sentence.points(grant, grant.points()),
                "wallet",
                words.walletName(grant.wallet())));
        if (grant.bonusPoints() > 0) {
            lines.add(words.text("staff.bonus", "points", sentence.points(grant, grant.bonusPoints())));
        }
        dates(grant, lines);
        return List.copyOf(lines);
    }

    public List<String> skipped(SkippedRule skipped) {
        List<String> lines = new ArrayList<>();
        skipped.rule()
                .ifPresent(rule -> lines.add(words.text("staff.rule", "code", rule, "rule", sentence.ruleName(rule))));
        lines.addAll(conditions(skipped.conditions()));
        lines.add(sentence.skipped(skipped));
        return List.copyOf(lines);
    }

    private List<String> conditions(List<ConditionOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> words.text(
                        "staff.condition." + outcome.outcome(),
                        "condition",
                        conditions.of(new Condition.Fact(
                                outcome.fact(),
                                outcome.of(),
                                outcome.operator(),
                                shown(outcome.values()),
                                Optional.empty())),
                        "seen",
                        outcome.observed().isEmpty()
                                ? words.text("staff.seen.none")
                                : words.joined(shown(outcome.observed()), "and")))
                .toList();
    }

    /** Amounts are kept in minor units with their currency. */
    private List<String> shown(List<String> values) {
        return values.stream()
                .map(value -> value.matches("[A-Z]{3} -?[0-9]{1,18}")
                        ? words.money(Long.parseLong(value.substring(4)), Currency.getInstance(value.substring(0, 3)))
                        : value)
                .toList();
    }

    private void items(Grant grant, List<String> lines) {
        Arithmetic arithmetic = grant.arithmetic();
        for (Arithmetic.Term term : arithmetic.terms()) {
            String basis = sentence.basis(arithmetic, term.basis());
            lines.add(term.lineId()
                    .map(line -> words.text(
                            "staff.line",
                            "line",
                            line,
                            "basis",
                            basis,
                            "points",
                            sentence.points(grant, shareOf(grant, line)),
                            "wallet",
                            words.walletName(grant.wallet())))
                    .orElseGet(() -> words.text("staff.basis", "basis", basis)));
        }
        arithmetic.terms().stream()
                .flatMap(term -> term.multipliers().stream())
                .distinct()
                .forEach(part -> lines.add(factor(part)));
    }

    private String factor(MultiplierPart part) {
        String source = sentence.sourceName(part);
        String factor = words.number(part.factor());
        return part.share()
                .map(share -> words.text(
                        "staff.factor.share", "source", source, "factor", factor, "percent", sentence.percent(share)))
                .orElseGet(() -> words.text("staff.factor", "source", source, "factor", factor));
    }

    private static long shareOf(Grant grant, String line) {
        return grant.shares().stream()
                .filter(share -> share.lineId().equals(line))
                .mapToLong(LineShare::points)
                .sum();
    }

    private void arithmetic(Grant grant, List<String> lines) {
        Arithmetic arithmetic = grant.arithmetic();
        lines.add(words.text("staff.exact", "exact", sentence.exact(grant)));
        lines.add(words.text(
                "staff.rounded",
                "rounding",
                Words.of("sentences", words.document(), words.language())
                        .text("rounding." + arithmetic.rounding().direction() + "."
                                + arithmetic.rounding().level()),
                "points",
                sentence.points(grant, arithmetic.rounded())));
        for (CapBite bite : arithmetic.caps()) {
            lines.add(words.text(
                    "staff.cap",
                    "limit",
                    bite.limit(),
                    "used",
                    bite.used(),
                    "before",
                    sentence.points(grant, bite.before()),
                    "after",
                    sentence.points(grant, bite.after()),
                    "reason",
                    sentence.reason(bite.reason())));
        }
    }

    private void dates(Grant grant, List<String> lines) {
        Activation activation = grant.activation();
        if (activation.at().isPresent()) {
            lines.add(words.text("staff.active", "at", time(activation.at().get())));
        } else if (activation.kind() == Activation.Kind.AFTER_FULFILMENT) {
            lines.add(words.text(
                    "staff.active.fulfilment", "days", activation.days().orElse(0)));
        } else if (activation.kind() == Activation.Kind.IN_REVIEW) {
            lines.add(words.text("staff.active.review"));
        } else {
            lines.add(words.text(
                    "staff.active.event",
                    "event",
                    activation.event().orElse(""),
                    "at",
                    activation.cancelAt().map(this::time).orElse("")));
        }
        lines.add(grant.expiresAt()
                .map(at -> words.text("staff.expires", "at", time(at)))
                .orElseGet(() -> words.text("staff.expires.never")));
        grant.minimum()
                .ifPresent(minimum -> lines.add(words.text(
                        "staff.minimum",
                        "amount",
                        sentence.basis(grant.arithmetic(), BigDecimal.valueOf(minimum.amount())))));
    }

    private String time(Instant at) {
        return at.atZone(words.document().basics().zone())
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", words.language()));
    }
}
