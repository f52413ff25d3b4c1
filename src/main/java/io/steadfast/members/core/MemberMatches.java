package io.steadfast.members.core;

import java.util.List;

/**
 * What a search found.
 *
 * @param members at most 20
 * @param completeness whether there are more of them
 */
public record MemberMatches(List<Member> members, Completeness completeness) {

    /** As many as a person reads. */
    public static final int MOST = 20;

    public enum Completeness {
        ALL,
        MORE
    }

    public MemberMatches {
        members = List.copyOf(members);
    }
}
