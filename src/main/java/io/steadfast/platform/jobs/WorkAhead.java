package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.tenancy.ControlStore;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the sweep of work that a transaction brings about, which it would otherwise see at its next visit only. */
@ApplicationScoped
public class WorkAhead {

    private static final Logger LOG = Logger.getLogger(WorkAhead.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private DueWorkRepository dueWork;

    /** Once the present transaction is committed, this kind of the tenant's work is known to fall due at that instant or before. */
    public void falls(String kind, Instant due) {
        TenantSlug slug = tenant.tenant().slug();
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nobody may see it before what it is about.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    note(slug, kind, due);
                }
            }
        });
    }

    private void note(TenantSlug slug, String kind, Instant due) {
        try {
            dueWork.putEarlier(slug, kind, due);
        } catch (ControlStore.ControlFailure missed) {
            LOG.log(Level.WARNING, missed, () -> "Work of " + slug + " waits for the next visit");
        }
    }
}
