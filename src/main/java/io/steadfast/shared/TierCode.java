package io.steadfast.shared;

/** The code of a tier; unique in its tier set. */
public record TierCode(String value) implements Comparable<TierCode> {

    public TierCode {
        value = Code.checked("A tier code", value);
    }

    @Override
    public int compareTo(TierCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
