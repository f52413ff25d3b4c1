package io.steadfast.programs.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the version begins. */
public record PublishRequest(@Nullable Instant effectiveFrom) {

    Instant checked() {
        if (effectiveFrom == null) {
            throw FieldErrors.one("effectiveFrom", FieldReason.REQUIRED);
        }
        return effectiveFrom;
    }
}
