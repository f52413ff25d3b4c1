package io.steadfast.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A kind of work that falls due: expiry, activation, tier reviews. A CDI bean that implements this is found and run, with the
 * tenant and a job's actor in hand and no transaction open: it opens its own, in chunks, so that a chunk done stays done.
 */
public interface DueWork {

    /** Its name in jobs, logs and the audit trail, as in {@code points_expiry}; never changes. */
    String kind();

    /** The next business instant at which something of this kind happens in the tenant in hand; empty when nothing is in sight. */
    Optional<Instant> nextDue();

    /**
     * Does everything that is due at or before this instant. Must be safe to run late, twice, and after a crash half-way; afterwards
     * {@link #nextDue} must be later than {@code upTo} or empty.
     */
    void runDue(Instant upTo);

    /**
     * What the sweep calls. A kind that waits for others' systems only wakes its own worker here, so that no tenant's
     * work waits for another tenant's receiver.
     */
    default void sweep(Instant upTo) {
        runDue(upTo);
    }
}
