package io.steadfast.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a receiver gets.
 *
 * @param id stays the same however often it is sent
 * @param time by the tenant's clock
 * @param data what happened; its fields depend on the type
 */
record EventBody(
        UUID id,
        String type,
        Instant time,
        String tenant,
        Optional<MemberId> memberId,
        Optional<String> externalId,
        JsonNode data) {}
