package io.steadfast.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The three kinds of database users in the embedded database. The owner of all objects can't sign in; the administrator's
 * login belongs to it, makes schemas and roles, and serves migration and provisioning; the application's login inherits
 * nothing and finds no table until a transaction has taken on a tenant's role and search path.
 */
final class EmbeddedLogins {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "steadfast_owner";
    static final String ADMIN = "steadfast_admin";
    static final String APPLICATION = "steadfast_app";
    static final String DATABASE = "steadfast";

    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(200);

    private EmbeddedLogins() {}

    /** Safe to run at every start: makes what is missing, leaves what is there. */
    static void ensure(EmbeddedDatabase server) throws IOException {
        DatabasePasswords passwords = server.passwords();
        try (Connection connection = connect(server, SUPERUSER)) {
            role(connection, OWNER, "NOLOGIN");
            role(connection, ADMIN, "LOGIN CREATEROLE PASSWORD '" + passwords.of(ADMIN) + "'");
            role(connection, APPLICATION, "LOGIN NOINHERIT PASSWORD '" + passwords.of(APPLICATION) + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                run(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            run(connection, "GRANT " + OWNER + " TO " + ADMIN);
            run(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            run(connection, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + DATABASE + " TO " + ADMIN);
            run(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION);
            run(connection, "ALTER ROLE " + APPLICATION + " SET search_path = ''");
        } catch (SQLException e) {
            throw new IOException("The embedded PostgreSQL refuses its logins: " + e.getMessage(), e);
        }
    }

    /** Waits for a server that is up and recovers what a kill left unfinished. */
    static Connection connect(EmbeddedDatabase server, String login) throws SQLException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(
                        server.url("postgres"), login, server.passwords().of(login));
            } catch (SQLException refused) {
                if (!CANNOT_CONNECT_NOW.equals(refused.getSQLState()) || System.nanoTime() > end) {
                    throw refused;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    private static void role(Connection connection, String name, String rights) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            run(connection, "CREATE ROLE " + name + " " + rights);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
