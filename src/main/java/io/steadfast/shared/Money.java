package io.steadfast.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in integer minor units of an ISO 4217 currency: 19.99 USD is {@code Money(1999, USD)}.
 *
 * @param amount minor units; may be negative where a difference is meant
 */
public record Money(long amount, Currency currency) {

    public static Money of(long amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    /** The amount in major units, exact. */
    public BigDecimal major() {
        return BigDecimal.valueOf(amount, currency.getDefaultFractionDigits());
    }

    /** Refuses another currency and overflow with {@link ArithmeticException}. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new ArithmeticException("Money of " + currency + " and " + other.currency + " doesn't add up");
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }
}
