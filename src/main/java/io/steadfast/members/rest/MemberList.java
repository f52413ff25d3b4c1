package io.steadfast.members.rest;

import io.steadfast.members.core.MemberMatches;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param items at most 20
 * @param more whether there are more
 */
public record MemberList(List<MemberResponse> items, boolean more) {

    static MemberList of(MemberMatches matches) {
        return new MemberList(
                matches.members().stream().map(MemberResponse::of).toList(),
                matches.completeness() == MemberMatches.Completeness.MORE);
    }

    static MemberList of(Optional<MemberResponse> only) {
        return new MemberList(only.stream().toList(), false);
    }
}
