package io.steadfast.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * Published, inside the transaction, when somebody's access was changed. The audit trail listens: it knows this package, so this
 * package can't know it.
 *
 * @param action as in {@code person.roles_changed}
 * @param before never holds a secret; null where there was nothing
 * @param after never holds a secret; null where nothing is left
 */
public record AccessChange(
        String action,
        String objectKind,
        String objectId,
        @Nullable Object before,
        @Nullable Object after) {}
