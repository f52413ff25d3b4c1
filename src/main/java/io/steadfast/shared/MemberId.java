package io.steadfast.shared;

import java.util.UUID;

/** A member's id, a UUIDv7. Says nothing about the person and stays after erasure. */
public record MemberId(UUID value) implements Comparable<MemberId> {

    /** The order in which two members are locked. */
    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
