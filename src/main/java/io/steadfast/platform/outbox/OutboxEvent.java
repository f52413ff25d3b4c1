package io.steadfast.platform.outbox;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it was written.
 *
 * @param seq rises in the order of commits for each member
 * @param happenedAt by the tenant's clock
 * @param payload JSON
 */
public record OutboxEvent(
        UUID id, long seq, String type, Optional<MemberId> member, Instant happenedAt, String payload) {}
