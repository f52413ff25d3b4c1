package io.steadfast.programs.core;

/** The code of a reward; unique in its program. */
public record RewardCode(String value) implements Comparable<RewardCode> {

    public RewardCode {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("A reward code has 1 to 64 letters, digits, _, . or -: " + value);
        }
    }

    @Override
    public int compareTo(RewardCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
