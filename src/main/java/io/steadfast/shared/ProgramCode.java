package io.steadfast.shared;

/** The code of a program; unique in the tenant, fixed by the first publish. */
public record ProgramCode(String value) implements Comparable<ProgramCode> {

    public ProgramCode {
        value = Code.checked("A program code", value);
    }

    @Override
    public int compareTo(ProgramCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
