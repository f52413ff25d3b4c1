package io.steadfast.tenants.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /tenants/{slug}/clock}. */
public record ClockRequest(
        @Schema(required = true) @Nullable Instant now) {}
