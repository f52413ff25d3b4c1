package io.steadfast.programs.core;

/** The code of a paid plan; unique in its program, fixed by the first publish. */
public record PlanCode(String value) implements Comparable<PlanCode> {

    public PlanCode {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("A plan code has 1 to 64 letters, digits, _, . or -: " + value);
        }
    }

    @Override
    public int compareTo(PlanCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
