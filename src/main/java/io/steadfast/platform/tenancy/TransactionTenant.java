package io.steadfast.platform.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Ties a transaction to the first tenant that works in it. The database connection carries the tenant's schema and role from then
 * on, so a second tenant in the same transaction would read and write the first one's rows.
 */
@ApplicationScoped
public class TransactionTenant {

    private static final String KEY = TransactionTenant.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /**
     * Ties the transaction under way to this tenant.
     *
     * @throws IllegalStateException without a transaction, or when it already works for another tenant
     */
    public void bind(Tenant tenant) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("A tenant's tables are reached inside a transaction only");
        }
        refuseChangeTo(tenant);
        if (bound() == null) {
            transactions.putResource(KEY, tenant.slug());
        }
    }

    void refuseChangeTo(Tenant tenant) {
        Object bound = bound();
        if (bound != null && !bound.equals(tenant.slug())) {
            throw new IllegalStateException("The transaction works for tenant " + bound + ", not for " + tenant.slug());
        }
    }

    private @Nullable Object bound() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? null
                : transactions.getResource(KEY);
    }
}
