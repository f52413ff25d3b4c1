package io.steadfast.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing an operator did.
 *
 * @param objectKind {@code tenant} or {@code operator}
 * @param objectId a tenant's slug, an operator's id
 * @param reason what they gave for it
 */
public record OperatorLine(
        UUID id,
        Instant at,
        String actorKind,
        String actorId,
        String actorName,
        String address,
        String action,
        String objectKind,
        String objectId,
        Optional<String> reason) {}
