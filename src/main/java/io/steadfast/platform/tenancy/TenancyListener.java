package io.steadfast.platform.tenancy;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * EclipseLink's event for each connection it takes into a transaction: the tenant in hand gives the schema and the role. Without a
 * tenant, or with another than the transaction's, it fails before the first statement is sent.
 */
public final class TenancyListener extends SessionEventAdapter {

    /** News of a role can get lost again while the list is made anew; three times in a row would be something else. */
    private static final int MOST_TRIES = ConnectionSpace.MOST_LISTENED + 1;

    @Override
    public void postAcquireConnection(SessionEvent event) {
        Tenant tenant = CDI.current().select(CurrentTenant.class).get().tenant();
        CDI.current().select(TransactionTenant.class).get().bind(tenant);
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
}
