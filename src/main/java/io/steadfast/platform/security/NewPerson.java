package io.steadfast.platform.security;

import java.util.Set;

/**
 * A person to be invited.
 *
 * @param stores the codes of the stores a store role is held for; empty for other roles
 */
public record NewPerson(String email, String name, Set<Role> roles, Set<String> stores) {

    public NewPerson {
        roles = Set.copyOf(roles);
        stores = Set.copyOf(stores);
    }
}
