package io.steadfast.programs.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the version begins. */
public record PublishRequest(
        @Schema(required = true) @Nullable Instant effectiveFrom) {

    Instant checked() {
        if (effectiveFrom == null) {
            throw FieldErrors.one("effectiveFrom", FieldReason.REQUIRED);
        }
        return effectiveFrom;
    }
}
