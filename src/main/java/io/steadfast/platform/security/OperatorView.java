package io.steadfast.platform.security;

import io.steadfast.platform.security.store.OperatorRows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator as others see them.
 *
 * @param active whether they may sign in at all
 * @param invited whether they have not chosen a password yet
 */
public record OperatorView(
        UUID id, String email, String name, boolean active, boolean invited, Optional<Instant> lastSignedInAt) {

    static OperatorView of(OperatorRows.Kept row) {
        return new OperatorView(
                row.id(),
                row.email(),
                row.name(),
                row.active(),
                row.passwordHash().isEmpty(),
                row.lastSignedInAt());
    }
}
