package io.steadfast.platform.jobs;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Due work of the tests: a list of instants for a tenant, and what the tenant's clock said when each was done. */
@ApplicationScoped
public class TestDueWork implements DueWork {

    private final Map<TenantSlug, TreeSet<Instant>> due = new ConcurrentHashMap<>();
    private final Map<TenantSlug, List<Instant>> done = new ConcurrentHashMap<>();

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock clock;

    void plan(TenantSlug slug, Instant... instants) {
        due.put(slug, new TreeSet<>(List.of(instants)));
        done.put(slug, new CopyOnWriteArrayList<>());
    }

    List<Instant> done(TenantSlug slug) {
        return done.get(slug);
    }

    @Override
    public String kind() {
        return "test_due";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(due.get(currentTenant.slug()))
                .filter(instants -> !instants.isEmpty())
                .map(TreeSet::first);
    }

    @Override
    public void runDue(Instant upTo) {
        TreeSet<Instant> instants = due.getOrDefault(currentTenant.slug(), new TreeSet<>());
        while (!instants.isEmpty() && !instants.first().isAfter(upTo)) {
            instants.pollFirst();
            done.get(currentTenant.slug()).add(clock.now());
        }
    }
}
