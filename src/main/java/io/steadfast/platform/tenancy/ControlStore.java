package io.steadfast.platform.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The control schema: what belongs to the operators and not to any tenant. Each call is a small transaction of its own on a
 * connection of its own, apart from a tenant's transaction under way: the two carry different database roles.
 */
@ApplicationScoped
public class ControlStore {

    @Resource(lookup = "java:app/jdbc/steadfast-control")
    private DataSource database;

    /** Work on the control schema with constant SQL and unqualified names. */
    @FunctionalInterface
    public interface ControlWork<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work in a transaction of its own and commits it; any failure undoes the whole of it. */
    public <T> T call(ControlWork<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ConnectionSpace.control(connection);
                T result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new ControlFailure(failure);
        }
    }

    /** The control schema didn't answer as it should. */
    public static final class ControlFailure extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ControlFailure(SQLException cause) {
            super("The control schema failed: " + cause.getMessage(), cause);
        }

        /** PostgreSQL's five-letter state, as in 23505 for a broken unique key. */
        public String state() {
            return getCause() instanceof SQLException failure && failure.getSQLState() != null
                    ? failure.getSQLState()
                    : "";
        }
    }
}
