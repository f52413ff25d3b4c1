package io.steadfast.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job, and when it ran.
 *
 * @param startedAt empty while it waits
 * @param finishedAt empty until it is over
 */
public record JobLine(Job job, Optional<Instant> startedAt, Optional<Instant> finishedAt) {}
