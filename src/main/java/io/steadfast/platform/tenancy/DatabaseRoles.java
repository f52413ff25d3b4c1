package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of database users. The owner (no login) owns every object; one role a schema (no login) has the rights the application
 * needs there; the application's login is a member of those roles without inheriting from them, so that it has no right at all
 * until a transaction takes a role.
 */
@ApplicationScoped
class DatabaseRoles {

    /** A table so marked in its migration is never updated nor deleted from: the books. */
    private static final String APPEND_ONLY = "append-only";

    private static final String TABLES = "SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') AS mark"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND c.relname <> '" + Migrations.HISTORY + "'";

    @Inject
    private AdminDatabase admin;

    /** Makes the owner, the control schema and its role where they are missing, and checks the application's login. */
    void prepare(Connection connection) throws SQLException {
        String owner = Names.owner(connection.getCatalog());
        createRole(connection, owner);
        joinOwner(connection, owner);
        checkApplicationLogin(connection);
        makeSpace(connection, ConnectionSpace.CONTROL_SCHEMA);
    }

    /** Makes a schema, owned by the owner, and the role for it. */
    void makeSpace(Connection connection, String schema) throws SQLException {
        String owner = Names.owner(connection.getCatalog());
        String role = Names.role(connection.getCatalog(), schema);
        createRole(connection, role);
        AdminDatabase.execute(
                connection,
                "GRANT " + Names.quoted(role) + " TO " + Names.quotedForeign(admin.applicationUser())
                        + "; CREATE SCHEMA IF NOT EXISTS " + Names.quoted(schema) + " AUTHORIZATION "
                        + Names.quoted(owner));
    }

    /** Gives the schema's role its rights, after every migration: all may be read and added to, the books not changed. */
    void grantRights(Connection connection, String schema) throws SQLException {
        String space = Names.quoted(schema);
        String role = Names.quoted(Names.role(connection.getCatalog(), schema));
        List<String> books = new ArrayList<>();
        List<String> others = new ArrayList<>();
        listTables(connection, schema, books, others);
        StringBuilder sql = new StringBuilder();
        sql.append("SET ROLE ").append(Names.quoted(Names.owner(connection.getCatalog())));
        sql.append("; GRANT USAGE ON SCHEMA ").append(space).append(" TO ").append(role);
        sql.append("; GRANT USAGE ON ALL SEQUENCES IN SCHEMA ")
                .append(space)
                .append(" TO ")
                .append(role);
        for (String table : books) {
            sql.append("; REVOKE ALL ON ").append(table).append(" FROM ").append(role);
            sql.append("; GRANT SELECT, INSERT ON ")
                    .append(table)
                    .append(" TO ")
                    .append(role);
        }
        for (String table : others) {
            sql.append("; GRANT SELECT, INSERT, UPDATE, DELETE ON ")
                    .append(table)
                    .append(" TO ")
                    .append(role);
        }
        sql.append("; RESET ROLE");
        AdminDatabase.execute(connection, sql.toString());
    }

    /** Makes every connection look anew at which roles the application has: any change of a role does, even to the same. */
    void announce(String schema) throws SQLException {
        admin.call(connection -> {
            String role = Names.role(connection.getCatalog(), schema);
            AdminDatabase.execute(connection, "ALTER ROLE " + Names.quoted(role) + " NOLOGIN");
            return role;
        });
    }

    /** Removes a schema with all it holds, and its role. */
    void dropSpace(Connection connection, String schema) throws SQLException {
        String role = Names.role(connection.getCatalog(), schema);
        AdminDatabase.execute(
                connection,
                "SET ROLE " + Names.quoted(Names.owner(connection.getCatalog())) + "; DROP SCHEMA IF EXISTS "
                        + Names.quoted(schema) + " CASCADE; RESET ROLE; DROP ROLE IF EXISTS " + Names.quoted(role));
    }

    private static void listTables(Connection connection, String schema, List<String> books, List<String> others)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = Names.quoted(schema) + "." + Names.quoted(rows.getString("relname"));
                    (rows.getString("mark").startsWith(APPEND_ONLY) ? books : others).add(table);
                }
            }
        }
    }

    private static void createRole(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    AdminDatabase.execute(connection, "CREATE ROLE " + Names.quoted(role) + " NOLOGIN");
                }
            }
        }
    }

    private static void joinOwner(Connection connection, String owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_has_role(CURRENT_USER, ?, 'MEMBER')")) {
            statement.setString(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    AdminDatabase.execute(connection, "GRANT " + Names.quoted(owner) + " TO CURRENT_USER");
                }
            }
        }
    }

    private void checkApplicationLogin(Connection connection) throws SQLException {
        String login = admin.applicationUser();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT rolsuper, rolinherit FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, login);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new StartRefused("The database has no login named " + login);
                }
                if (row.getBoolean("rolsuper")) {
                    throw new StartRefused("The database login " + login
                            + " is a superuser; the application needs one without any right of its own");
                }
                if (row.getBoolean("rolinherit")) {
                    AdminDatabase.execute(connection, "ALTER ROLE " + Names.quotedForeign(login) + " NOINHERIT");
                }
            }
        }
    }
}
