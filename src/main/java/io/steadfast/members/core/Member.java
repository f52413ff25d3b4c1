package io.steadfast.members.core;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member as they stand now.
 *
 * @param version rises with every change of the person's fields
 * @param identities the active ones
 * @param enrolments all, the ended ones too
 * @param consents the latest of each purpose and channel
 * @param mergedInto who has everything of a merged member
 */
public record Member(
        MemberId id,
        long version,
        MemberStatus status,
        Instant joinedAt,
        Person person,
        Map<IdentityKind, String> identities,
        List<Enrolment> enrolments,
        List<Consent> consents,
        Optional<MemberId> mergedInto) {

    public Member {
        identities = Map.copyOf(identities);
        enrolments = List.copyOf(enrolments);
        consents = List.copyOf(consents);
    }

    public Optional<String> identity(IdentityKind kind) {
        return Optional.ofNullable(identities.get(kind));
    }
}
