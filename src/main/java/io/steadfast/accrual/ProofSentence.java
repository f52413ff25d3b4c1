package io.steadfast.accrual;

import io.steadfast.accrual.core.Arithmetic;
import io.steadfast.accrual.core.CapBite;
import io.steadfast.accrual.core.Fraction;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MultiplierPart;
import io.steadfast.accrual.core.ProofReplay;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A proof as one sentence for the member, in their language, by the names of the version that decided. */
public final class ProofSentence {

    private final Words words;

    /** @param document of the version that decided */
    public ProofSentence(ProgramDocument document, Locale language) {
        this.words = Words.of("proofs", document, language);
    }

    /** Why points were given: basis, rate, multipliers, rounding and limits. */
    public String granted(Grant grant) {
        return words.text(
                "granted",
                "points",
                points(grant, grant.points()),
                "wallet",
                words.walletName(grant.wallet()),
                "rule",
                ruleName(grant.rule()),
                "sum",
                sum(grant));
    }

    /** Why points were taken back: with a return, or, where an activity had given them, after all. */
    public String taken(Grant grant, long points) {
        return words.text(
                grant.shares().isEmpty() ? "taken.activity" : "taken",
                "points",
                points(grant, points),
                "wallet",
                words.walletName(grant.wallet()),
                "rule",
                ruleName(grant.rule()));
    }

    /** Why a rule, or the whole program, gave nothing. */
    public String skipped(SkippedRule skipped) {
        String reasons =
                words.joined(skipped.reasons().stream().map(this::reason).toList(), "and");
        return skipped.rule()
                .map(rule -> words.text("skipped", "rule", ruleName(rule), "reasons", reasons))
                .orElseGet(() -> words.text("skipped.program", "reasons", reasons));
    }

    String reason(SkipReason reason) {
        return Texts.text("accrual", reason.name(), words.language());
    }

    String ruleName(RuleCode rule) {
        return words.document()
                .rule(rule)
                .map(found -> found.name().in(words.language()))
                .orElse(rule.value());
    }

    String points(Grant grant, long points) {
        return words.points(BigDecimal.valueOf(points), grant.wallet());
    }

    /** The exact value; a fraction that doesn't end is cut after six decimals and says so. */
    String exact(Fraction value) {
        return cut(value);
    }

    /** The exact value of what a rule gives, in whole points or, of credit, in whole money: as the rounded one beside it. */
    String exact(Grant grant) {
        int decimals =
                words.document().wallet(grant.wallet()).map(Wallet::decimals).orElse(0);
        return cut(grant.arithmetic().exact().dividedBy(Fraction.of(BigDecimal.TEN.pow(decimals))));
    }

    private String cut(Fraction value) {
        BigDecimal shown = new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), 6, RoundingMode.DOWN)
                .stripTrailingZeros();
        String figure = words.number(shown);
        return Fraction.of(shown).equals(value) ? figure : figure + "…";
    }

    String sourceName(MultiplierPart part) {
        String name = switch (part.source()) {
            case RULE -> ruleName(new RuleCode(part.code()));
            case TIER ->
                words.document().tierSets().stream()
                        .flatMap(set -> set.tiers().stream())
                        .filter(tier -> tier.code().equals(new TierCode(part.code())))
                        .findFirst()
                        .map(tier -> tier.name().in(words.language()))
                        .orElse(part.code());
            case PLAN ->
                words.document()
                        .plan(new PlanCode(part.code()))
                        .map(plan -> plan.name().in(words.language()))
                        .orElse(part.code());
        };
        return words.text("source." + part.source(), "name", name);
    }

    /** A share of the order in percent, cut after two decimals. */
    String percent(MultiplierPart.Share share) {
        BigDecimal percent = BigDecimal.valueOf(share.part())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(share.of()), 2, RoundingMode.DOWN);
        return words.number(percent.stripTrailingZeros());
    }

    private String factorName(MultiplierPart part) {
        String factor = words.number(part.factor());
        return part.share()
                .map(share -> words.text("factor.share", "factor", factor, "percent", percent(share)))
                .orElse(factor);
    }

    String basis(Arithmetic arithmetic, BigDecimal basis) {
        return arithmetic
                .currency()
                .map(currency -> words.money(basis, currency))
                .orElseGet(() -> words.number(basis));
    }

    private String sum(Grant grant) {
        Arithmetic arithmetic = grant.arithmetic();
        StringBuilder sum = new StringBuilder(first(grant));
        sum.append(
                arithmetic.form() == Arithmetic.Form.FIXED || arithmetic.steps() == Effect.Steps.EXACT
                        ? ""
                        : words.text("sum.steps." + arithmetic.steps()));
        sum.append(factors(arithmetic));
        boolean whole = arithmetic.exact().equals(Fraction.of(arithmetic.rounded()));
        if (!whole) {
            sum.append(words.text("exact", "exact", exact(grant)));
            sum.append(words.text(
                    "rounded." + arithmetic.rounding().direction(), "points", points(grant, arithmetic.rounded())));
        }
        for (CapBite bite : arithmetic.caps()) {
            sum.append(words.text("capped", "points", points(grant, bite.after()), "reason", reason(bite.reason())));
        }
        return sum.toString();
    }

    private String first(Grant grant) {
        Arithmetic arithmetic = grant.arithmetic();
        BigDecimal basis =
                arithmetic.terms().stream().map(Arithmetic.Term::basis).reduce(BigDecimal.ZERO, BigDecimal::add);
        String points = arithmetic.form() == Arithmetic.Form.PERCENT
                ? words.number(arithmetic.points())
                : words.points(arithmetic.points(), grant.wallet());
        return words.text(
                "sum." + arithmetic.form().name().toLowerCase(Locale.ROOT),
                "basis",
                basis(arithmetic, basis),
                "points",
                points,
                "per",
                basis(arithmetic, decimal(arithmetic.per())));
    }

    private static BigDecimal decimal(Fraction value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(12, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private String factors(Arithmetic arithmetic) {
        List<List<MultiplierPart>> different = arithmetic.terms().stream()
                .map(Arithmetic.Term::multipliers)
                .distinct()
                .toList();
        if (different.size() > 1) {
            return words.text("factors.differ");
        }
        List<MultiplierPart> parts = different.stream().findFirst().orElse(List.of());
        if (parts.isEmpty()) {
            return "";
        }
        String factors = words.joined(parts.stream().map(this::factorName).toList(), "and");
        String sources = words.joined(parts.stream().map(this::sourceName).toList(), "and");
        Optional<String> combined =
                parts.size() > 1 ? Optional.of(exact(ProofReplay.combined(arithmetic, parts))) : Optional.empty();
        return combined.map(all -> words.text("factor.several", "factor", factors, "source", sources, "combined", all))
                .orElseGet(() -> words.text("factor", "factor", factors, "source", sources));
    }
}
