package io.steadfast.platform.security;

import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.security.store.PersonEntity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A person as others see them.
 *
 * @param active whether they may sign in at all
 * @param invited whether they have not chosen a password yet
 */
public record PersonView(
        UUID id,
        String email,
        String name,
        Set<Role> roles,
        Set<String> stores,
        boolean active,
        boolean invited,
        Optional<Instant> lastSignedInAt) {

    static PersonView of(PersonEntity person) {
        return new PersonView(
                person.id,
                person.email,
                person.name,
                roles(person),
                CodeLists.read(person.stores),
                person.active,
                person.passwordHash == null,
                Optional.ofNullable(person.lastSignedInAt).map(OffsetDateTime::toInstant));
    }

    static Set<Role> roles(PersonEntity person) {
        return CodeLists.read(person.roles).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
