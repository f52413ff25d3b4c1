package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.tenancy.SchemaProgress;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The clockwork. Every ten seconds it does what the control schema says is due; at the start and every ten minutes it visits every
 * tenant and asks, so that nothing rests on those notes alone. Reads are right without it: it only books what time has done.
 */
@Singleton
@Startup
@DependsOn("TenancyStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());

    private static final Duration VISIT = Duration.ofMinutes(10);

    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile Instant lastVisit = Instant.EPOCH;

    @Inject
    private TenantDirectory directory;

    @Inject
    private DueWorkRepository dueWork;

    @Inject
    private DueWorkRunner runner;

    @Inject
    private TenantLease lease;

    @Inject
    private SchemaProgress progress;

    @Inject
    private RealClock clock;

    @EJB
    private Sweeper self;

    /** Through the door: the server runs a timer's own method in a transaction, which can work for one tenant only. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        self.sweep();
    }

    /** Does what is due, tenant by tenant; at the start and every ten minutes asks them all. */
    public void sweep() {
        if (!progress.done() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = clock.now();
            boolean visit = lastVisit.plus(VISIT).isBefore(now);
            if (visit) {
                lastVisit = now;
            }
            tenants(visit, now).forEach(this::work);
        } finally {
            busy.set(false);
        }
    }

    private List<TenantSlug> tenants(boolean visit, Instant now) {
        return visit ? directory.active() : dueWork.due(now);
    }

    private void work(TenantSlug slug) {
        if (!lease.take(slug)) {
            return;
        }
        try {
            Tenant tenant = directory.find(slug).orElseThrow();
            try {
                runner.sweep(slug, tenant.sandboxClock().orElseGet(clock::now));
            } finally {
                runner.note(slug);
            }
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Due work of tenant " + slug + " failed; it is tried again", failure);
        } finally {
            lease.giveBack(slug);
        }
    }
}
