package io.steadfast.members.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What shall stand from now on.
 *
 * @param person all of it, the unchanged too
 * @param identities only the changed ones; empty ends that identity
 * @param consents to be added
 */
public record MemberChange(Person person, Map<IdentityKind, Optional<String>> identities, List<Consent> consents) {

    public MemberChange {
        identities = Map.copyOf(identities);
        consents = List.copyOf(consents);
    }
}
