package io.steadfast.desk;

import java.time.Instant;

/** The order of a member that arrived last, as a till's staff wait for it. */
public record LastOrder(String source, String reference, long amount, String currency, Instant recordedAt) {}
