package io.steadfast.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of due work of one tenant.
 *
 * @param ranAt when a sweep did it last, in real time
 * @param nextDue by the tenant's clock; empty when nothing is in sight
 * @param failures of the last runs, in a row
 * @param problem why the last one failed
 */
public record KindOfWork(
        String kind, Optional<Instant> ranAt, Optional<Instant> nextDue, int failures, Optional<String> problem) {}
