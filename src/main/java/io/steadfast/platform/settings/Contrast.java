package io.steadfast.platform.settings;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The contrast of two colours as WCAG 2.2 reckons it (relative luminance, success criterion 1.4.3).
 *
 * <p>In decimals: sRGB's curve needs a power of 2.4, which is taken as the fifth root of the twelfth power.
 */
public final class Contrast {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal LEAST = new BigDecimal("4.5");
    private static final BigDecimal GLARE = new BigDecimal("0.05");
    private static final int STEPS = 60;

    private Contrast() {}

    /** Whether text in white on this colour, given as {@code #rrggbb}, meets level AA. */
    public static boolean readableUnderWhite(String colour) {
        return withWhite(colour).compareTo(LEAST) >= 0;
    }

    /** From 1 (white itself) to 21 (black). */
    static BigDecimal withWhite(String colour) {
        return BigDecimal.ONE.add(GLARE).divide(luminance(colour).add(GLARE), EXACT);
    }

    private static BigDecimal luminance(String colour) {
        return channel(colour, 1, "0.2126").add(channel(colour, 3, "0.7152")).add(channel(colour, 5, "0.0722"));
    }

    private static BigDecimal channel(String colour, int from, String weight) {
        BigDecimal share = new BigDecimal(Integer.parseInt(colour.substring(from, from + 2), 16))
                .divide(new BigDecimal(255), EXACT);
        BigDecimal linear = share.compareTo(new BigDecimal("0.04045")) <= 0
                ? share.divide(new BigDecimal("12.92"), EXACT)
                : fifthRoot(share.add(new BigDecimal("0.055"))
                        .divide(new BigDecimal("1.055"), EXACT)
                        .pow(12, EXACT));
        return linear.multiply(new BigDecimal(weight), EXACT);
    }

    /** By halving: the number is between 0 and 1, so its root is as well. */
    private static BigDecimal fifthRoot(BigDecimal number) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        for (int step = 0; step < STEPS; step++) {
            BigDecimal middle = low.add(high).divide(new BigDecimal(2), EXACT);
            if (middle.pow(5, EXACT).compareTo(number) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
