package io.steadfast.ledger;

import io.steadfast.ledger.core.Seal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.shared.TenantSlug;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Watches over every tenant's books in real time: seals them every hour, its root in the operator's log, and once a night
 * holds them against the invariants and their own hashes.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BooksWatch {

    private static final Logger LOG = Logger.getLogger(BooksWatch.class.getName());
    private static final Actor ACTOR = Actor.job("books_watch");

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @EJB
    private DueService due;

    @EJB
    private BooksWatch self;

    /** Through the door: the server runs a timer's own method in a transaction, which can work for one tenant only. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        self.sealAll();
    }

    @Schedule(hour = "3", minute = "41", persistent = false)
    void everyNight() {
        self.checkAll();
    }

    /** Seals the books of every tenant as far as they go. */
    public void sealAll() {
        directory
                .active()
                .forEach(tenant -> inHand(tenant, () -> {
                    Optional<Seal> seal = due.seal();
                    while (seal.isPresent()) {
                        Seal each = seal.get();
                        LOG.log(Level.INFO, "Books of {0} sealed: no. {1}, {2} members, root {3}", new Object[] {
                            tenant, each.number(), each.members(), each.root()
                        });
                        seal = due.seal();
                    }
                    return tenant;
                }));
    }

    /** Holds the books of every tenant against their invariants and their seals. */
    public void checkAll() {
        directory
                .active()
                .forEach(tenant -> inHand(tenant, () -> {
                    due.violations()
                            .forEach(violation ->
                                    LOG.log(Level.SEVERE, "Books of {0}: {1}", new Object[] {tenant, violation}));
                    due.firstTampered()
                            .ifPresent(row -> LOG.log(Level.SEVERE, "Books of {0}: {1}", new Object[] {tenant, row}));
                    return tenant;
                }));
    }

    /** One tenant's trouble isn't another's. */
    private void inHand(TenantSlug tenant, Callable<TenantSlug> work) {
        try {
            currentTenant.call(tenant, () -> currentActor.call(ACTOR, "local", work));
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "The books of " + tenant + " couldn't be watched; it is tried again", failure);
        }
    }
}
