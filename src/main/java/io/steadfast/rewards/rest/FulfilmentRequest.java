package io.steadfast.rewards.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.rewards.core.RedemptionState;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param state {@code shipped} or {@code delivered} */
public record FulfilmentRequest(
        @Schema(enumeration = {"shipped", "delivered"}) String state) {

    RedemptionState read() {
        return switch (state) {
            case "shipped" -> RedemptionState.SHIPPED;
            case "delivered" -> RedemptionState.DELIVERED;
            default -> throw FieldErrors.one("state", FieldReason.NOT_ONE_OF, Map.of("allowed", "shipped, delivered"));
        };
    }
}
