package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.LeaseRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to work for a tenant in the background: one node, and on it one thread, at a time. */
@ApplicationScoped
class TenantLease {

    /** A node that dies frees its tenants after this long; whoever works longer prolongs. */
    private static final Duration TERM = Duration.ofMinutes(2);

    private final String node = Ids.next().toString();

    private final Set<TenantSlug> ours = ConcurrentHashMap.newKeySet();

    @Inject
    private LeaseRepository repository;

    @Inject
    private RealClock clock;

    /** False while somebody else holds it, another thread of this node too. */
    boolean take(TenantSlug slug) {
        if (!ours.add(slug)) {
            return false;
        }
        if (prolong(slug)) {
            return true;
        }
        ours.remove(slug);
        return false;
    }

    /** False when it was lost meanwhile: then stop. */
    boolean prolong(TenantSlug slug) {
        Instant now = clock.now();
        return repository.take(slug, node, now, now.plus(TERM));
    }

    void giveBack(TenantSlug slug) {
        ours.remove(slug);
        repository.giveBack(slug, node);
    }
}
