package io.steadfast.members.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Card numbers: ours end with a check digit (Luhn, ISO/IEC 7812-1 annex B); those a tenant brings along may be anything. */
public final class CardNumber {

    /** Digits before the check digit: enough that a guess finds nobody, short enough to be read out. */
    public static final int DRAWN_DIGITS = 15;

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{4,32}");

    private CardNumber() {}

    /** The digits with their check digit behind them. */
    public static String withCheckDigit(String digits) {
        return digits + (10 - sum(digits + "0") % 10) % 10;
    }

    /** Whether the last digit fits the others, so that a slip of the hand is seen. */
    public static boolean hasRightCheckDigit(String digits) {
        return !digits.isEmpty() && digits.chars().allMatch(Character::isDigit) && sum(digits) % 10 == 0;
    }

    /** Every second digit from the right counts double, and a double's digits are added up. */
    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    /** Upper case without blanks and hyphens; empty when it is no card number. */
    public static Optional<String> normalised(String entered) {
        String plain = entered.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }
}
