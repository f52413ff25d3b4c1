package io.steadfast.tenants.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /tenants/{slug}/clock}. */
public record ClockRequest(@Nullable Instant now) {}
