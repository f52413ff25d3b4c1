package io.steadfast.memberships.core;

import java.util.UUID;

/** The id of one membership, from its start to its end. */
public record MembershipId(UUID value) implements Comparable<MembershipId> {

    @Override
    public int compareTo(MembershipId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
