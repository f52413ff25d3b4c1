package io.steadfast.tenants.rest;

import io.steadfast.platform.security.OperatorInvitation;
import io.steadfast.platform.security.OperatorView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator.
 *
 * @param active whether they may sign in at all
 * @param invitation the path at which they choose a password, once; only in the answer that made it
 */
public record OperatorResponse(
        UUID id,
        String email,
        String name,
        boolean active,
        Optional<Instant> lastSignedInAt,
        Optional<String> invitation) {

    static OperatorResponse of(OperatorView operator) {
        return new OperatorResponse(
                operator.id(),
                operator.email(),
                operator.name(),
                operator.active(),
                operator.lastSignedInAt(),
                Optional.empty());
    }

    static OperatorResponse of(OperatorView operator, OperatorInvitation invitation) {
        return new OperatorResponse(
                operator.id(),
                operator.email(),
                operator.name(),
                operator.active(),
                operator.lastSignedInAt(),
                Optional.of(invitation.path()));
    }
}
