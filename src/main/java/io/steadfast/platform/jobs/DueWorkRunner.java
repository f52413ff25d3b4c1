package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Runs the due work of one tenant; the caller holds the tenant's lease. */
@ApplicationScoped
class DueWorkRunner {

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

    /** Does all that is due at or before this instant, kind by kind in the order of their names. */
    void run(TenantSlug slug, Instant upTo) throws Exception {
        each(slug, kind -> kind.runDue(upTo));
    }

    /** The same for the sweep, which goes from tenant to tenant and waits for nobody's receiver. */
    void sweep(TenantSlug slug, Instant upTo) throws Exception {
        each(slug, kind -> kind.sweep(upTo));
    }

    private void each(TenantSlug slug, Consumer<DueWork> step) throws Exception {
        for (DueWork kind : kinds()) {
            inHand(slug, kind, () -> {
                step.accept(kind);
                return kind;
            });
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
        for (DueWork kind : kinds()) {
            Optional<Instant> next = inHand(slug, kind, kind::nextDue);
            repository.put(slug, kind.kind(), next);
        }
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
