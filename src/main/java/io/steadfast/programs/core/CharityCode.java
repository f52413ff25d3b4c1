package io.steadfast.programs.core;

/** The code of a charity in the tenant's register; in paths, files and receipts, so it never changes. */
public record CharityCode(String value) implements Comparable<CharityCode> {

    public CharityCode {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A charity code has 1 to 64 letters, digits, _, . or -: " + value);
        }
    }

    /** Whether the text could be a code at all. */
    public static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    }

    @Override
    public int compareTo(CharityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
