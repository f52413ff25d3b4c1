package io.steadfast.members.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tenant knows about a member besides identities.
 *
 * @param homeStore code of a store
 * @param attributes name to values; one value unless the attribute takes several
 */
public record Person(
        MemberKind kind,
        Employment employment,
        Optional<String> name,
        Optional<LocalDate> birthday,
        Optional<String> locale,
        Optional<String> homeStore,
        Map<String, List<String>> attributes) {

    public Person {
        attributes = Map.copyOf(attributes);
    }

    /** Whether the member works for the tenant. */
    public enum Employment {
        NONE,
        EMPLOYEE
    }
}
