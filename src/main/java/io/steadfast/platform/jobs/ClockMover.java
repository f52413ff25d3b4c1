package io.steadfast.platform.jobs;

import io.steadfast.platform.tenancy.SandboxClocks;
import io.steadfast.shared.TenantSlug;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Moves a sandbox's clock forward as time itself would: it stops at every instant at which something is due, lets it happen there,
 * and goes on. What happens may make more due; the target is reached when nothing is left before it.
 */
@ApplicationScoped
public class ClockMover {

    private static final Duration LEASE_WAIT = Duration.ofSeconds(60);
    private static final long LEASE_POLL_MILLIS = 50;

    /** Ten years of daily work for a dozen kinds; more is a kind that never gets past its own due date. */
    private static final int MOST_STEPS = 50_000;

    @Inject
    private DueWorkRunner runner;

    @Inject
    private TenantLease lease;

    @Inject
    private SandboxClocks clocks;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /** Moves the clock of a sandbox to this instant; the caller has checked that it lies ahead. */
    public void move(TenantSlug slug, Instant target, JobService.JobProgress progress) throws Exception {
        awaitLease(slug);
        try {
            long steps = 0;
            Optional<Instant> next = runner.nextDue(slug);
            while (next.isPresent() && !next.get().isAfter(target)) {
                if (++steps > MOST_STEPS || !lease.prolong(slug)) {
                    throw new IllegalStateException("The clock stopped on its way, at " + next.get());
                }
                clocks.moveTo(slug, next.get());
                runner.run(slug, next.get());
                progress.at(Optional.empty(), steps, 0);
                next = runner.nextDue(slug).filter(after(next.get()));
            }
            clocks.moveTo(slug, target);
            runner.note(slug);
        } finally {
            lease.giveBack(slug);
        }
    }

    private static java.util.function.Predicate<Instant> after(Instant done) {
        return next -> {
            if (!next.isAfter(done)) {
                throw new IllegalStateException("Work due at " + next + " is still due after it was done");
            }
            return true;
        };
    }

    private void awaitLease(TenantSlug slug) throws Exception {
        long tries = LEASE_WAIT.toMillis() / LEASE_POLL_MILLIS;
        for (long i = 0; i < tries; i++) {
            if (lease.take(slug)) {
                return;
            }
            scheduler
                    .schedule(() -> slug, LEASE_POLL_MILLIS, TimeUnit.MILLISECONDS)
                    .get();
        }
        throw new IllegalStateException("Other work for " + slug + " doesn't end");
    }
}
