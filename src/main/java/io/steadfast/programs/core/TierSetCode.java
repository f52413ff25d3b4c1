package io.steadfast.programs.core;

/** The code of a tier set; unique in its program, fixed by the first publish. */
public record TierSetCode(String value) implements Comparable<TierSetCode> {

    public TierSetCode {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("A tier set code has 1 to 64 letters, digits, _, . or -: " + value);
        }
    }

    @Override
    public int compareTo(TierSetCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
