package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The one tenant a thread works for. Filled by the credential at the door or by the job runner and emptied by the same; threads
 * that are started meanwhile begin with empty hands, and work that is passed on names its tenant again by {@link #call}.
 */
@ApplicationScoped
public class CurrentTenant {

    // An instance field: the holder lives and dies with the application, and no thread of the server keeps a tenant
    // behind it.
    private final ThreadLocal<Tenant> inHand = new ThreadLocal<>();

    @Inject
    private TenantDirectory directory;

    @Inject
    private TransactionTenant transactionTenant;

    /** The tenant in hand.
     *
     * @throws NoTenantException when there is none
     */
    public Tenant tenant() {
        return known().orElseThrow(() -> new NoTenantException("No tenant in hand"));
    }

    /** The slug of the tenant in hand; fails as {@link #tenant()} does. */
    public TenantSlug slug() {
        return tenant().slug();
    }

    /** The tenant in hand, for log lines and the few doors that serve callers with and without one. */
    public Optional<Tenant> known() {
        return Optional.ofNullable(inHand.get());
    }

    /**
     * Does the work with this tenant in hand, then puts back what was there before.
     *
     * @throws NoTenantException when there is no such tenant
     * @throws IllegalStateException when a transaction under way already works for another tenant
     */
    public <T> T call(TenantSlug slug, Callable<T> work) throws Exception {
        return call(directory.find(slug).orElseThrow(() -> new NoTenantException("Unknown tenant " + slug)), work);
    }

    /** As {@link #call(TenantSlug, Callable)}, for a tenant just read from the directory. */
    public <T> T call(Tenant tenant, Callable<T> work) throws Exception {
        transactionTenant.refuseChangeTo(tenant);
        Optional<Tenant> before = known();
        inHand.set(tenant);
        try {
            return work.call();
        } finally {
            before.ifPresentOrElse(inHand::set, inHand::remove);
        }
    }

    /** As {@link #call(TenantSlug, Callable)}, for work without a result. */
    public void run(TenantSlug slug, Runnable work) {
        try {
            call(slug, () -> {
                work.run();
                return slug;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
