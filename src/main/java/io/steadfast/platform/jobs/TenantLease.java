package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.LeaseRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The right to work for a tenant in the background: one node, and on it one thread, at a time. */
@ApplicationScoped
class TenantLease {

    /** A node that dies frees its tenants after this long; whoever works longer prolongs. */
    private static final Duration TERM = Duration.ofMinutes(2);

    /** Prolonged when one of so many parts of the term is over, so that a slow chunk finds it still held. */
    private static final int PARTS = 8;

    private final String node = Ids.next().toString();

    /** With the instant at which each was taken or prolonged. */
    private final Map<TenantSlug, Instant> ours = new ConcurrentHashMap<>();

    @Inject
    private LeaseRepository repository;

    @Inject
    private RealClock clock;

    /** False while somebody else holds it, another thread of this node too. */
    boolean take(TenantSlug slug) {
        if (ours.putIfAbsent(slug, clock.now()) != null) {
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
        return prolong(slug, clock.now());
    }

    private boolean prolong(TenantSlug slug, Instant now) {
        if (!repository.take(slug, node, now, now.plus(TERM))) {
            return false;
        }
        ours.replace(slug, now);
        return true;
    }

    /**
     * Prolongs it in time where this node has it; between chunks of long work.
     *
     * @throws IllegalStateException where it was lost meanwhile
     */
    void keep(TenantSlug slug) {
        keep(slug, clock.now());
    }

    void keep(TenantSlug slug, Instant now) {
        Instant taken = ours.get(slug);
        if (taken != null && taken.plus(TERM.dividedBy(PARTS)).isBefore(now) && !prolong(slug, now)) {
            throw new IllegalStateException("Another server works for " + slug + " now");
        }
    }

    void giveBack(TenantSlug slug) {
        ours.remove(slug);
        repository.giveBack(slug, node);
    }
}
