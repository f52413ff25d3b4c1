package io.steadfast.vouchers.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is printed on a voucher and typed at a till: 16 letters and digits of an alphabet of 32, which is 80 bits, without
 * those that people take for another.
 */
public record VoucherCode(String value) {

    /** So many random bytes make a code. */
    public static final int BYTES = 10;

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[2-9A-HJ-NP-Z]{16}");
    private static final int GROUP = 4;

    public VoucherCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a voucher code");
        }
    }

    /** The code of 10 random bytes. */
    public static VoucherCode of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("A code is made of " + BYTES + " bytes, not " + random.length);
        }
        StringBuilder code = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : random) {
            held = held << 8 | each & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                code.append(ALPHABET.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return new VoucherCode(code.toString());
    }

    /** Reads a code however it was typed: small letters, spaces and dashes don't matter. Empty for what can't be one. */
    public static Optional<VoucherCode> read(String text) {
        String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new VoucherCode(plain)) : Optional.empty();
    }

    /** In groups of four, as people read it. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < value.length(); at += GROUP) {
            shown.append(at == 0 ? "" : "-").append(value, at, at + GROUP);
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return shown();
    }
}
