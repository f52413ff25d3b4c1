package io.steadfast.platform.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Puts a schema and the role that may touch it on a connection. The role is for the transaction under way only: after it the
 * connection is the bare application again, which may see no table at all. The path stays behind, so that the plans of a tenant's
 * statements stay good for that tenant's next transaction; it opens nothing without the role. One round trip.
 */
final class ConnectionSpace {

    static final String CONTROL_SCHEMA = "steadfast_control";

    /** The PostgreSQL from which on taking a role is a right of its own. */
    private static final int SET_IS_A_RIGHT = 16;

    /** Inside a transaction a connection takes in news when it first looks at a table; each of these is good for once. */
    private static final List<String> FIRST_LOOKS = List.of("pg_auth_members", "pg_namespace", "pg_am");

    /** How often {@link #listen} can help in one transaction. */
    static final int MOST_LISTENED = FIRST_LOOKS.size();

    private ConnectionSpace() {}

    /** Takes in what other connections have announced, in the middle of a transaction. */
    static void listen(Connection connection, int nth) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM pg_catalog." + FIRST_LOOKS.get(nth - 1) + " LIMIT 0");
        }
    }

    /**
     * False where this connection doesn't know yet that the application may take the role. PostgreSQL keeps a list of a
     * login's roles for each connection; while it is being made, news of a role just granted can get lost, and the list stays
     * wrong until the next news of any role. An error here would end the transaction, so the database is asked first.
     */
    static boolean tenant(Connection connection, Tenant tenant) throws SQLException {
        return enter(connection, tenant.schema(), tenant.role());
    }

    static void control(Connection connection) throws SQLException {
        String role = Names.role(connection.getCatalog(), CONTROL_SCHEMA);
        if (!enter(connection, CONTROL_SCHEMA, role)) {
            throw new SQLException("The application may not take the role " + role);
        }
    }

    // SET takes no bound parameters. The names are made by Names alone, from a slug whose letters can't end a quoted
    // name or a text.
    private static boolean enter(Connection connection, String schema, String role) throws SQLException {
        // The very list that the change of role looks at; before version 16 there was one for all.
        String list = connection.getMetaData().getDatabaseMajorVersion() < SET_IS_A_RIGHT ? "MEMBER" : "SET";
        String text = Names.literal(role);
        String sql = "SET search_path TO " + Names.quoted(schema) + "; SELECT CASE WHEN pg_has_role(session_user, "
                + text + ", '" + list + "') THEN set_config('role', " + text + ", true) END";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() && row.getString(1) != null;
            }
        }
    }
}
