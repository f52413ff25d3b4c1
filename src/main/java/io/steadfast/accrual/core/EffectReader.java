package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns a rule that applies into the sum that is to be reckoned. */
final class EffectReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ProgramDocument document;
    private final Occurrence occurrence;
    private final Multipliers multipliers;

    EffectReader(FactReader reader, Multipliers multipliers) {
        this.document = reader.document();
        this.occurrence = reader.occurrence();
        this.multipliers = multipliers;
    }

    /** The inputs; empty where the occurrence has nothing that could be counted: see {@link #whyNothing}. */
    Optional<Reckoning.Inputs> inputs(RuleMatch match) {
        Effect effect = match.rule().effect();
        if (effect instanceof Effect.Fixed fixed) {
            return Optional.of(inputs(match, Arithmetic.Form.FIXED, BigDecimal.valueOf(fixed.points()), Fraction.ONE)
                    .with(
                            Effect.Steps.EXACT,
                            occurrence.order().isPresent() ? lineTerms(match) : single(match, BigDecimal.ONE)));
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return perUnit(match, perUnit);
        }
        return occurrence.order().flatMap(order -> ofMoney(match, order));
    }

    SkipReason whyNothing(RuleMatch match) {
        if (match.rule().effect() instanceof Effect.PerUnit) {
            return SkipReason.ATTRIBUTE_MISSING;
        }
        return occurrence.order().isPresent() ? SkipReason.CURRENCY_NOT_ACCEPTED : SkipReason.NOTHING_TO_COUNT;
    }

    private Optional<Reckoning.Inputs> ofMoney(RuleMatch match, Order order) {
        if (match.rule().effect() instanceof Effect.PerAmount perAmount) {
            return MoneyFigures.in(order.currency(), perAmount.per(), document.basics())
                    .filter(per -> per.signum() != 0)
                    .map(per -> inputs(match, Arithmetic.Form.PER_AMOUNT, perAmount.points(), per)
                            .with(perAmount.steps(), lineTerms(match)));
        }
        if (match.rule().effect() instanceof Effect.Percent percent) {
            return MoneyFigures.minorUnitRate(order.currency(), document.basics())
                    .map(rate -> inputs(
                                    match,
                                    Arithmetic.Form.PERCENT,
                                    percent.percent(),
                                    Fraction.of(HUNDRED).dividedBy(rate))
                            .with(Effect.Steps.EXACT, lineTerms(match)));
        }
        return Optional.empty();
    }

    private Optional<Reckoning.Inputs> perUnit(RuleMatch match, Effect.PerUnit effect) {
        Draft draft = inputs(match, Arithmetic.Form.PER_UNIT, effect.points(), Fraction.of(effect.per()));
        if (effect.attribute().isEmpty()) {
            return occurrence
                    .order()
                    .map(order -> draft.with(effect.steps(), terms(match, line -> quantity(order, line))));
        }
        return occurrence
                .activity()
                .map(activity ->
                        activity.attributes().getOrDefault(effect.attribute().get(), List.of()))
                .filter(values -> values.size() == 1)
                .flatMap(values -> FactComparison.number(values.get(0)))
                .filter(number -> number.signum() >= 0)
                .map(number -> draft.with(effect.steps(), single(match, number)));
    }

    private static BigDecimal quantity(Order order, LineBasis basis) {
        return order.lines().stream()
                .filter(line -> line.lineId().equals(basis.lineId()))
                .map(OrderLine::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private List<Arithmetic.Term> lineTerms(RuleMatch match) {
        return terms(match, line -> BigDecimal.valueOf(line.amount()));
    }

    private List<Arithmetic.Term> terms(RuleMatch match, Function<LineBasis, BigDecimal> basis) {
        WalletCode wallet = match.rule().wallet().orElseThrow();
        return match.lines().stream()
                .map(line -> new Arithmetic.Term(
                        Optional.of(line.lineId()),
                        basis.apply(line),
                        multipliers.reaching(match.rule(), wallet, Optional.of(line.lineId()))))
                .toList();
    }

    private List<Arithmetic.Term> single(RuleMatch match, BigDecimal basis) {
        EarningRule rule = match.rule();
        return List.of(new Arithmetic.Term(
                Optional.empty(),
                basis,
                multipliers.reaching(rule, rule.wallet().orElseThrow(), Optional.empty())));
    }

    private Draft inputs(RuleMatch match, Arithmetic.Form form, BigDecimal points, Fraction per) {
        return (steps, terms) -> new Reckoning.Inputs(
                form,
                points,
                per,
                steps,
                document.earning().multipliers(),
                match.rule().rounding(),
                terms);
    }

    /** What only waits for its steps and terms. */
    private interface Draft {
        Reckoning.Inputs with(Effect.Steps steps, List<Arithmetic.Term> terms);
    }
}
