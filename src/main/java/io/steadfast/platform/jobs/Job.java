package io.steadfast.platform.jobs;

import io.steadfast.shared.TenantSlug;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A long piece of work somebody asked for.
 *
 * @param total how many steps there are, where that is known
 * @param done steps done well so far
 * @param failed steps that couldn't be done
 * @param problem why it failed, in one line
 */
public record Job(
        UUID id,
        Optional<TenantSlug> tenant,
        String kind,
        JobStatus status,
        Optional<Long> total,
        long done,
        long failed,
        Optional<String> problem,
        Instant createdAt) {}
