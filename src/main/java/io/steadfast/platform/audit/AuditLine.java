package io.steadfast.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing somebody did, as it is read. */
public record AuditLine(
        UUID id,
        Instant at,
        String actorKind,
        String actorName,
        String address,
        String action,
        String objectKind,
        String objectId,
        Optional<String> before,
        Optional<String> after) {}
