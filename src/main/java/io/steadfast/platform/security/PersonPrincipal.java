package io.steadfast.platform.security;

import jakarta.security.enterprise.CallerPrincipal;

/** A signed-in person, as the container knows them. */
final class PersonPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final SessionPerson person;

    PersonPrincipal(SessionPerson person) {
        super(person.id().toString());
        this.person = person;
    }

    SessionPerson person() {
        return person;
    }
}
