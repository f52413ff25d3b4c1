package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.jobs.store.WorkRunRows;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;

/** Runs the due work of one tenant; the caller holds the tenant's lease. A kind that fails keeps no other from its work. */
@ApplicationScoped
class DueWorkRunner {

    private static final Logger LOG = Logger.getLogger(DueWorkRunner.class.getName());

    private static final String ADDRESS = "local";

    @Inject
    @Any
    private Instance<DueWork> kinds;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private DueWorkRepository repository;

    @Inject
    private WorkRunRows workRuns;

    @Inject
    private RealClock clock;

    /** Does all that is due at or before this instant, kind by kind in the order of their names. */
    void run(TenantSlug slug, Instant upTo) throws Exception {
        each(
                slug,
                kind -> inHand(slug, kind, () -> {
                    kind.runDue(upTo);
                    return kind;
                }));
    }

    /** The same for the sweep, which goes from tenant to tenant and waits for nobody's receiver; how each kind went is kept. */
    void sweep(TenantSlug slug, Instant upTo) throws Exception {
        List<WorkRunRows.Run> runs = new ArrayList<>();
        try {
            each(slug, kind -> {
                Optional<String> problem = Optional.of("");
                try {
                    inHand(slug, kind, () -> {
                        kind.sweep(upTo);
                        return kind;
                    });
                    problem = Optional.empty();
                } catch (Exception failure) {
                    problem = Optional.of(FailureWords.of(failure));
                    throw failure;
                } finally {
                    runs.add(new WorkRunRows.Run(kind.kind(), problem));
                }
            });
        } finally {
            workRuns.keep(slug, runs, clock.now());
        }
    }

    /** Something done with one kind. */
    @FunctionalInterface
    private interface Step {
        void take(DueWork kind) throws Exception;
    }

    /** Throws what failed first once all others have had their turn. */
    private void each(TenantSlug slug, Step step) throws Exception {
        List<Exception> failures = new ArrayList<>();
        for (DueWork kind : kinds()) {
            try {
                step.take(kind);
            } catch (Exception failure) {
                LOG.log(Level.WARNING, "Due work " + kind.kind() + " of tenant " + slug + " failed", failure);
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** The earliest due instant of any kind. */
    Optional<Instant> nextDue(TenantSlug slug) throws Exception {
        Optional<Instant> earliest = Optional.empty();
        for (DueWork kind : kinds()) {
            Optional<Instant> next = inHand(slug, kind, kind::nextDue);
            if (earliest.isEmpty() || (next.isPresent() && next.get().isBefore(earliest.get()))) {
                earliest = next;
            }
        }
        return earliest;
    }

    /** Writes down when each kind falls due next. */
    void note(TenantSlug slug) throws Exception {
        each(slug, kind -> repository.put(slug, kind.kind(), inHand(slug, kind, kind::nextDue)));
    }

    private <T> T inHand(TenantSlug slug, DueWork kind, java.util.concurrent.Callable<T> work) throws Exception {
        return currentTenant.call(slug, () -> currentActor.call(Actor.job(kind.kind()), ADDRESS, work));
    }

    private List<DueWork> kinds() {
        return StreamSupport.stream(kinds.spliterator(), false)
                .sorted(Comparator.comparing(DueWork::kind))
                .toList();
    }
}
