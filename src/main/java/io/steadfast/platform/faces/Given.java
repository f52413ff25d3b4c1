package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.RefusalReason;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a page's request, where anybody may write anything: what can't be a name is answered like an unknown one, and what
 * can't be an amount is none.
 */
public final class Given {

    /** In anybody's digits, but without an exponent: nine characters of 1e9999999 would be worked out for minutes. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\p{Nd}{1,15}(?:[.,]\\p{Nd}{1,9})?");

    private Given() {}

    /** Refuses with the reason what isn't an id. */
    public static UUID id(@Nullable String text, RefusalReason unknown) {
        return code(text, UUID::fromString, unknown);
    }

    /**
     * An amount with a point or a comma before its decimals, in smallest units; it may have a minus.
     *
     * @param decimals of the currency or wallet
     */
    public static long smallest(String typed, int decimals, RefusalReason notThat) {
        if (!AMOUNT.matcher(typed).matches()) {
            throw new Refusal(notThat);
        }
        try {
            return new BigDecimal(typed.replace(',', '.'))
                    .movePointRight(Math.max(0, decimals))
                    .longValueExact();
        } catch (ArithmeticException tooFineOrTooMuch) {
            throw new Refusal(notThat);
        }
    }

    /**
     * A code, or a word of a list; null, which is what Faces makes of a choice that was none, is no name either.
     *
     * @param reading throws IllegalArgumentException for what isn't one; refused with the reason then
     */
    public static <T> T code(@Nullable String text, Function<String, T> reading, RefusalReason unknown) {
        if (text == null) {
            throw new Refusal(unknown);
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException noName) {
            throw new Refusal(unknown);
        }
    }
}
