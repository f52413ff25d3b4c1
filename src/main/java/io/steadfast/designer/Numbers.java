package io.steadfast.designer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Numbers as people type them, read exactly; what isn't one is said, never guessed. */
public final class Numbers {
    private static final int LONGEST = 15;

    private Numbers() {}

    public static BigDecimal decimal(String typed) {
        String plain = typed.strip().replace("\u00a0", "").replace(" ", "");
        if (plain.isEmpty() || plain.length() > LONGEST || !plain.matches("[0-9]+([.][0-9]+)?")) {
            throw new NotThat(typed);
        }
        return new BigDecimal(plain);
    }

    public static long whole(String typed) {
        try {
            return decimal(typed).longValueExact();
        } catch (ArithmeticException broken) {
            throw new NotThat(typed);
        }
    }

    public static long minorUnits(String typed, Currency currency) {
        try {
            return decimal(typed)
                    .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException broken) {
            throw new NotThat(typed);
        }
    }

    /** Minor units as one types them: 3500 of a currency with cents is 35, 3550 is 35.50. */
    public static String major(long minorUnits, Currency currency) {
        BigDecimal major = BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()));
        return major.stripTrailingZeros().scale() <= 0 ? plain(major) : major.toPlainString();
    }

    /** Without zeros that say nothing. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
