package io.steadfast.platform.persistence;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TransactionTenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.persistence.config.EntityManagerProperties;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.postgresql.PGConnection;

/** The tables of the tenant in hand, inside the transaction under way. Fails without the one or the other. */
@ApplicationScoped
public class TenantStore {

    /** Plans for no values in particular, and by indexes. */
    private static final String BULK_PLANS =
            "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off";

    private static final String WAITING = TenantStore.class.getName() + ".waiting";

    @PersistenceContext(unitName = "tenant")
    private EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TransactionTenant transactionTenant;

    /** The transaction's entity manager. What was {@link #send sent} before is written by then. */
    public EntityManager em() {
        EntityManager manager = bound();
        waiting().flush(this::direct);
        return manager;
    }

    /**
     * The same connection the entity manager uses, for constant SQL with bound parameters and unqualified names. It belongs to the
     * transaction: don't close it, don't commit it. What the entity manager holds back is not written yet: flush it first where
     * the statement reads it. What was {@link #send sent} before is written.
     */
    public Connection connection() {
        waiting().flush(this::direct);
        return direct();
    }

    /** A constant statement on {@link #connection}, which is taken when it runs. */
    public BoundStatement sql(String text) {
        return new BoundStatement(this::connection, text);
    }

    /**
     * Constant statements, each without a semicolon at its end, whose results are needed later: they go out in one round trip
     * with everything else that waits, in the order of the calls, when the first answer is needed. Each statement sees what is
     * committed when it begins, so one that locks may stand before those that read.
     */
    public <T> Asked<T> ask(List<String> texts, Parameters parameters, Asked.Reading<T> reading) {
        Waiting waiting = waiting();
        if (waiting.isEmpty()) {
            // What the entity manager holds back comes first, as it would for a statement of today.
            bound().flush();
        }
        Asked<T> asked = new Asked<>(texts, parameters, reading, () -> waiting.flush(this::direct));
        waiting.add(asked);
        return asked;
    }

    /**
     * Statements whose results nobody waits for: they go out with the next statement of this transaction, whoever makes it, or
     * with its commit. A failure comes from there.
     */
    public void send(List<String> texts, Parameters parameters) {
        ask(texts, parameters, results -> true);
    }

    /**
     * For work in bulk: what this transaction says again and again is read and planned by the database once, from its first time
     * on. Costs a round trip, and more than it saves where each statement is said a few times only. Again changes nothing.
     */
    public void repeatStatements() {
        if (transactions.getResource(BULK_PLANS) != null) {
            return;
        }
        transactions.putResource(BULK_PLANS, true);
        try {
            Connection connection = connection();
            try (Statement statement = connection.createStatement()) {
                // A plan is kept from when the table was small or not yet counted, and reading it whole looked best
                // then; a
                // minute later that is all the database does. Every statement here finds its rows by a key.
                statement.execute(BULK_PLANS);
            }
            PGConnection driver = connection.unwrap(PGConnection.class);
            int usual = driver.getPrepareThreshold();
            driver.setPrepareThreshold(1);
            transactions.registerInterposedSynchronization(new Afterwards(() -> driver.setPrepareThreshold(usual)));
        } catch (SQLException failure) {
            throw new StatementException(BULK_PLANS, failure);
        }
    }

    /** Something to be put back when the transaction is over. */
    private record Afterwards(Runnable work) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing: what still waits goes out as everything else did.
        }

        @Override
        public void afterCompletion(int status) {
            work.run();
        }
    }

    private Waiting waiting() {
        Tenant tenant = currentTenant.tenant();
        transactionTenant.bind(tenant);
        if (transactions.getResource(WAITING) instanceof Waiting known) {
            return known;
        }
        Waiting made = new Waiting(this::direct);
        transactions.putResource(WAITING, made);
        // A transaction that can only roll back commits nothing that waits.
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(made);
        }
        return made;
    }

    private EntityManager bound() {
        Tenant tenant = currentTenant.tenant();
        transactionTenant.bind(tenant);
        // Before its first use: EclipseLink keeps one session, and one pool of sequence numbers, for each tenant.
        entityManager.setProperty(EntityManagerProperties.MULTITENANT_SCHEMA_PROPERTY_DEFAULT, tenant.schema());
        return entityManager;
    }

    private Connection direct() {
        UnitOfWorkImpl unitOfWork = (UnitOfWorkImpl) bound().unwrap(UnitOfWork.class);
        unitOfWork.beginEarlyTransaction();
        Accessor accessor = unitOfWork.getAccessor();
        // The connection is taken from the pool by the first use only; counting a use makes it happen.
        accessor.incrementCallCount(unitOfWork.getParent());
        accessor.decrementCallCount();
        return (Connection) accessor.getDatasourceConnection();
    }
}
