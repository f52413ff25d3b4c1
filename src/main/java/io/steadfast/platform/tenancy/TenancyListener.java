package io.steadfast.platform.tenancy;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * EclipseLink's event for each connection it takes into a transaction: the tenant in hand gives the schema and the role. Without a
 * tenant, or with another than the transaction's, it fails before the first statement is sent.
 */
public final class TenancyListener extends SessionEventAdapter {

    /** News of a role can get lost again while the list is made anew; three times in a row would be something else. */
    private static final int MOST_TRIES = ConnectionSpace.MOST_LISTENED + 1;

    // EclipseLink makes the listener itself, before there are beans; looking one up goes through every bean archive,
    // and
    // there is a connection for each transaction. What is found is a proxy that stays good.
    private volatile @Nullable CurrentTenant currentTenant;
    private volatile @Nullable TransactionTenant transactionTenant;

    @Override
    public void postAcquireConnection(SessionEvent event) {
        Tenant tenant = currentTenant().tenant();
        transactionTenant().bind(tenant);
        Connection connection = ((Accessor) event.getResult()).getConnection();
        try {
            for (int tries = 1; !ConnectionSpace.tenant(connection, tenant); tries++) {
                if (tries == MOST_TRIES) {
                    throw new SQLException("The application may not take the role " + tenant.role());
                }
                CDI.current().select(DatabaseRoles.class).get().announce(tenant.schema());
                ConnectionSpace.listen(connection, tries);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The schema of tenant " + tenant.slug() + " can't be entered", failure);
        }
    }

    private CurrentTenant currentTenant() {
        CurrentTenant known = currentTenant;
        if (known == null) {
            known = CDI.current().select(CurrentTenant.class).get();
            currentTenant = known;
        }
        return known;
    }

    private TransactionTenant transactionTenant() {
        TransactionTenant known = transactionTenant;
        if (known == null) {
            known = CDI.current().select(TransactionTenant.class).get();
            transactionTenant = known;
        }
        return known;
    }
}
