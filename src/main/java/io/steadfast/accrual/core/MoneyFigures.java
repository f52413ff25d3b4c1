package io.steadfast.accrual.core;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.ProgramBasics;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/** A program's figures in the currency of an order, exact. */
public final class MoneyFigures {

    private MoneyFigures() {}

    /** The stated figure, else the one in the program's currency by its rate; minor units; empty where neither is. */
    public static Optional<Fraction> in(Currency currency, Amounts amounts, ProgramBasics basics) {
        OptionalLong stated = amounts.in(currency.getCurrencyCode());
        if (stated.isPresent()) {
            return Optional.of(Fraction.of(stated.getAsLong()));
        }
        OptionalLong own = amounts.in(basics.currency().getCurrencyCode());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        return minorUnitRate(currency, basics)
                .map(rate -> Fraction.of(own.getAsLong()).dividedBy(rate));
    }

    /** Minor units of the program's currency for one minor unit of the other. */
    static Optional<Fraction> minorUnitRate(Currency currency, ProgramBasics basics) {
        int digits = basics.currency().getDefaultFractionDigits() - currency.getDefaultFractionDigits();
        return basics.rateFrom(currency)
                .filter(rate -> rate.signum() > 0)
                .map(rate -> Fraction.of(rate).times(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(digits))));
    }
}
