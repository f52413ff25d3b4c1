package io.steadfast.shared;

/** The code of a rule; unique in its program document. */
public record RuleCode(String value) implements Comparable<RuleCode> {

    public RuleCode {
        value = Code.checked("A rule code", value);
    }

    @Override
    public int compareTo(RuleCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
