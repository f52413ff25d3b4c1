package io.steadfast.platform.security;

import java.util.Set;

/**
 * A key to be made.
 *
 * @param label for people, as in {@code web shop}
 * @param stores the codes of the stores it is held to; empty means all
 */
public record NewKey(String label, Set<Scope> scopes, Set<String> stores) {

    public NewKey {
        scopes = Set.copyOf(scopes);
        stores = Set.copyOf(stores);
    }
}
