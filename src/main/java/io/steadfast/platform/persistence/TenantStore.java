package io.steadfast.platform.persistence;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TransactionTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;

/** The tables of the tenant in hand, inside the transaction under way. Fails without the one or the other. */
@ApplicationScoped
public class TenantStore {

    @PersistenceContext(unitName = "tenant")
    private EntityManager entityManager;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TransactionTenant transactionTenant;

    /** The transaction's entity manager. */
    public EntityManager em() {
        Tenant tenant = currentTenant.tenant();
        transactionTenant.bind(tenant);
        // Before its first use: EclipseLink keeps one session, and one pool of sequence numbers, for each tenant.
        entityManager.setProperty(EntityManagerProperties.MULTITENANT_SCHEMA_PROPERTY_DEFAULT, tenant.schema());
        return entityManager;
    }

    /**
     * The same connection the entity manager uses, for constant SQL with bound parameters and unqualified names. It belongs to the
     * transaction: don't close it, don't commit it. What the entity manager holds back is not written yet: flush it first where
     * the statement reads it.
     */
    public Connection connection() {
        UnitOfWorkImpl unitOfWork = (UnitOfWorkImpl) em().unwrap(UnitOfWork.class);
        unitOfWork.beginEarlyTransaction();
        Accessor accessor = unitOfWork.getAccessor();
        // The connection is taken from the pool by the first use only; counting a use makes it happen.
        accessor.incrementCallCount(unitOfWork.getParent());
        accessor.decrementCallCount();
        return (Connection) accessor.getDatasourceConnection();
    }
}
