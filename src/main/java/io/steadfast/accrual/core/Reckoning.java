package io.steadfast.accrual.core;

import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum itself: units = basis / per, times points, times the combined multiplier, exact, and rounded once for the
 * order or for each line (domain 15 and 43). Evaluating and executing a stored proof again both come here.
 *
 * @param contributions the exact value of each term
 * @param exact their sum
 * @param weights by which the rounded value is spread over the terms
 * @param rounded whole points before caps
 */
record Reckoning(List<Fraction> contributions, Fraction exact, List<Fraction> weights, long rounded) {

    /** What is needed for it; the parts of {@link Arithmetic} that aren't results. */
    record Inputs(
            Arithmetic.Form form,
            BigDecimal points,
            Fraction per,
            Effect.Steps steps,
            Earning.MultiplierMode multipliers,
            Rounding rounding,
            List<Arithmetic.Term> terms) {

        static Inputs of(Arithmetic arithmetic) {
            return new Inputs(
                    arithmetic.form(),
                    arithmetic.points(),
                    arithmetic.per(),
                    arithmetic.steps(),
                    arithmetic.multipliers(),
                    arithmetic.rounding(),
                    arithmetic.terms());
        }

        /** A fixed grant is one thing, whatever its rule says: rounding its parts would give less for more lines. */
        Rounding.Level level() {
            return form == Arithmetic.Form.FIXED ? Rounding.Level.ORDER : rounding.level();
        }

        boolean isOfMoney() {
            return form == Arithmetic.Form.PER_AMOUNT || form == Arithmetic.Form.PERCENT;
        }

        Inputs withoutMultipliers() {
            List<Arithmetic.Term> plain = terms.stream()
                    .map(term -> new Arithmetic.Term(term.lineId(), term.basis(), List.of()))
                    .toList();
            return new Inputs(form, points, per, steps, multipliers, rounding, plain);
        }
    }

    static Reckoning of(Inputs inputs) {
        List<Fraction> units = units(inputs);
        List<Fraction> contributions = new ArrayList<>(units.size());
        for (int index = 0; index < units.size(); index++) {
            Fraction factor =
                    combined(inputs.multipliers(), inputs.terms().get(index).multipliers());
            contributions.add(
                    units.get(index).times(Fraction.of(inputs.points())).times(factor));
        }
        Fraction exact = contributions.stream().reduce(Fraction.ZERO, Fraction::plus);
        Rounding.Direction direction = inputs.rounding().direction();
        if (inputs.level() == Rounding.Level.ORDER) {
            return new Reckoning(
                    List.copyOf(contributions),
                    exact,
                    List.copyOf(contributions),
                    exact.rounded(direction).longValueExact());
        }
        List<Fraction> rounded = contributions.stream()
                .map(part -> new Fraction(part.rounded(direction), BigInteger.ONE))
                .toList();
        Fraction sum = rounded.stream().reduce(Fraction.ZERO, Fraction::plus);
        return new Reckoning(
                List.copyOf(contributions), exact, rounded, sum.floor().longValueExact());
    }

    /** 2 and 3 are 4 when added, 6 when multiplied; never below nothing. */
    static Fraction combined(Earning.MultiplierMode mode, List<MultiplierPart> parts) {
        Fraction factor = Fraction.ONE;
        for (Fraction one : factors(parts)) {
            factor = mode == Earning.MultiplierMode.ADDITIVE ? factor.plus(one.minus(Fraction.ONE)) : factor.times(one);
        }
        return factor.compareTo(Fraction.ZERO) < 0 ? Fraction.ZERO : factor;
    }

    /** Those that hold for shares of a line make one factor together, weighted by their shares: exact, for all is linear. */
    private static List<Fraction> factors(List<MultiplierPart> parts) {
        List<Fraction> factors = new ArrayList<>();
        Fraction weighted = Fraction.ZERO;
        Fraction covered = Fraction.ZERO;
        for (MultiplierPart part : parts) {
            Fraction factor = Fraction.of(part.factor());
            if (part.share().isEmpty()) {
                factors.add(factor);
                continue;
            }
            Fraction share = part.share().get().fraction();
            weighted = weighted.plus(factor.times(share));
            covered = covered.plus(share);
            if (covered.compareTo(Fraction.ONE) == 0) {
                factors.add(weighted);
                weighted = Fraction.ZERO;
                covered = Fraction.ZERO;
            }
        }
        return factors;
    }

    private static List<Fraction> units(Inputs inputs) {
        List<Fraction> basis =
                inputs.terms().stream().map(term -> Fraction.of(term.basis())).toList();
        if (inputs.form() == Arithmetic.Form.FIXED) {
            return shared(Fraction.ONE, basis);
        }
        if (inputs.steps() == Effect.Steps.EXACT) {
            return basis.stream().map(part -> part.dividedBy(inputs.per())).toList();
        }
        if (inputs.level() == Rounding.Level.LINE) {
            return basis.stream()
                    .map(part -> stepped(part.dividedBy(inputs.per()), inputs.steps()))
                    .toList();
        }
        Fraction all = basis.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(inputs.per());
        return shared(stepped(all, inputs.steps()), basis);
    }

    private static Fraction stepped(Fraction units, Effect.Steps steps) {
        return new Fraction(steps == Effect.Steps.WHOLE ? units.floor() : units.ceil(), BigInteger.ONE);
    }

    private static List<Fraction> shared(Fraction total, List<Fraction> weights) {
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction count = Fraction.of(Math.max(1, weights.size()));
        return weights.stream()
                .map(weight -> sum.signum() == 0
                        ? total.dividedBy(count)
                        : total.times(weight).dividedBy(sum))
                .toList();
    }
}
