package io.steadfast.platform.faces;

import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Who a page or an action is for: a role with all permissions of one of the sets. */
record Access(boolean operators, List<Set<Permission>> ways) {

    /** Before anybody is known, or for whoever is signed in. */
    static final Access EVERYBODY = new Access(true, List.of(Set.of()));

    /** Whoever of a tenant's is signed in. */
    static final Access EVERY_ROLE = new Access(false, List.of(Set.of()));

    /** Who runs the platform, and nobody of a tenant's. */
    static final Access OPERATORS = new Access(true, List.of());

    static Access one(Permission... any) {
        return new Access(false, Arrays.stream(any).map(Set::of).toList());
    }

    static Access all(Permission... all) {
        return new Access(false, List.of(Set.of(all)));
    }

    boolean allows(Role role) {
        return ways.stream().anyMatch(role.permissions()::containsAll);
    }
}
