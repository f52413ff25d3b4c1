package io.steadfast.platform.jobs;

import java.time.Instant;

/**
 * One kind of due work over all tenants.
 *
 * @param lastRun in any of them, in real time
 * @param tenants for which it ran at all
 * @param failing of them, whose last run failed
 */
public record WorkHealth(String kind, Instant lastRun, long tenants, long failing) {}
