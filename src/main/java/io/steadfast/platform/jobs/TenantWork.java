package io.steadfast.platform.jobs;

import io.steadfast.shared.TenantSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the work of one tenant stands.
 *
 * @param active nobody works for a suspended one
 * @param now where its clock stands
 * @param lastRun of any kind, in real time
 * @param nextDue of any kind, by its clock
 * @param failing kinds whose last run failed
 * @param openJobs that wait or run
 * @param failedJobs of the last day
 */
public record TenantWork(
        TenantSlug slug,
        String name,
        boolean active,
        Instant now,
        Optional<Instant> lastRun,
        Optional<Instant> nextDue,
        long failing,
        long openJobs,
        long failedJobs) {

    /** Work that is due for longer than this is late: a sweep comes every ten seconds, and may find much to do. */
    public static final Duration LATE = Duration.ofMinutes(5);

    /** How it stands. */
    public enum State {
        /** Nobody works for it. */
        CLOSED,
        /** Some kind of work or a job of the last day failed. */
        FAILING,
        LATE,
        /** Somebody asked for a job that isn't over. */
        WORKING,
        FINE
    }

    /** For how long the work that fell due first has been due; nought when none is. */
    public Duration lag() {
        return nextDue.filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    public State state() {
        if (!active) {
            return State.CLOSED;
        }
        if (failing > 0 || failedJobs > 0) {
            return State.FAILING;
        }
        if (lag().compareTo(LATE) > 0) {
            return State.LATE;
        }
        return openJobs > 0 ? State.WORKING : State.FINE;
    }
}
