package io.steadfast.members.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member to be.
 *
 * @param identities as entered; they are normalised at the door
 * @param joinedAt empty means now
 */
public record NewMember(
        Person person,
        Map<IdentityKind, String> identities,
        Optional<Instant> joinedAt,
        List<Consent> consents,
        List<NewEnrolment> enrolments) {

    public NewMember {
        identities = Map.copyOf(identities);
        consents = List.copyOf(consents);
        enrolments = List.copyOf(enrolments);
    }
}
