package io.steadfast.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts a schema and the role that may touch it on a connection, for the transaction under way only: after it the connection is the
 * bare application again, which sees no table at all. One round trip.
 */
final class ConnectionSpace {

    static final String CONTROL_SCHEMA = "steadfast_control";

    private ConnectionSpace() {}

    static void tenant(Connection connection, Tenant tenant) throws SQLException {
        enter(connection, tenant.schema(), tenant.role());
    }

    static void control(Connection connection) throws SQLException {
        enter(connection, CONTROL_SCHEMA, Names.role(connection.getCatalog(), CONTROL_SCHEMA));
    }

    // SET takes no bound parameters. The names are made by Names alone, from a slug whose letters can't end a quoted
    // name.
    private static void enter(Connection connection, String schema, String role) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET LOCAL search_path TO " + Names.quoted(schema) + "; SET LOCAL ROLE " + Names.quoted(role));
        }
    }
}
