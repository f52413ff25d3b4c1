package io.steadfast.accrual.core;

import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How a grant was reckoned, step by step and complete: units = basis / per, times points, times the combined
 * multiplier, exact, rounded once, cut by caps, spread over the lines. Executing it again gives the same number.
 *
 * @param points for each unit, in the wallet's smallest unit
 * @param per how much basis is a unit; 1 for a fixed grant
 * @param currency of the basis; empty where it isn't money
 * @param exact the value before rounding
 * @param rounded the value before caps
 * @param caps what made it smaller, in the order they bit
 */
public record Arithmetic(
        Form form,
        BigDecimal points,
        Fraction per,
        Effect.Steps steps,
        Earning.MultiplierMode multipliers,
        Rounding rounding,
        List<Term> terms,
        Optional<Currency> currency,
        Fraction exact,
        long rounded,
        List<CapBite> caps) {

    public Arithmetic {
        terms = List.copyOf(terms);
        caps = List.copyOf(caps);
    }

    /** What the basis is. */
    public enum Form {
        PER_AMOUNT,
        FIXED,
        PERCENT,
        PER_UNIT
    }

    /**
     * The part of one line, or of the activity.
     *
     * @param lineId empty for an activity
     * @param basis minor units, quantity or the attribute's number; for a fixed grant the weight of its share
     */
    public record Term(Optional<String> lineId, BigDecimal basis, List<MultiplierPart> multipliers) {

        public Term {
            multipliers = List.copyOf(multipliers);
        }
    }
}
