package io.steadfast.charities.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A charity's acknowledgement of a batch.
 *
 * @param reference the charity's own
 */
public record ReceiptRequest(
        @Schema(required = true) @Nullable String reference) {

    private static final int MOST = 200;

    String checked() {
        if (reference == null || reference.isBlank()) {
            throw FieldErrors.one("reference", FieldReason.REQUIRED);
        }
        if (reference.length() > MOST) {
            throw FieldErrors.one("reference", FieldReason.TOO_LONG, Map.of("most", MOST));
        }
        return reference;
    }
}
