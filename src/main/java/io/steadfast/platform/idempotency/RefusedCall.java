package io.steadfast.platform.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The proof of a refusal.
 *
 * @param action method and path of the call
 * @param sentence why, as the member is told
 * @param lines the same with every figure, for staff
 * @param details the figures, as they were answered
 */
public record RefusedCall(
        UUID id, Instant at, String action, String code, String sentence, List<String> lines, JsonNode details) {

    public RefusedCall {
        lines = List.copyOf(lines);
    }
}
