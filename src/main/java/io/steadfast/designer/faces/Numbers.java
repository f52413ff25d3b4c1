package io.steadfast.designer.faces;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Numbers as people type them, read exactly; what isn't one is said, never guessed. */
final class Numbers {
    private static final int LONGEST = 15;

    private Numbers() {}

    static BigDecimal decimal(String typed) {
        String plain = typed.strip().replace("\u00a0", "").replace(" ", "");
        if (plain.isEmpty() || plain.length() > LONGEST || !plain.matches("[0-9]+([.][0-9]+)?")) {
            throw new NotANumber(typed);
        }
        return new BigDecimal(plain);
    }

    static long whole(String typed) {
        try {
            return decimal(typed).longValueExact();
        } catch (ArithmeticException broken) {
            throw new NotANumber(typed);
        }
    }

    static long minorUnits(String typed, Currency currency) {
        try {
            return decimal(typed)
                    .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException broken) {
            throw new NotANumber(typed);
        }
    }
}
