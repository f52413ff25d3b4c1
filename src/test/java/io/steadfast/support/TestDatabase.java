package io.steadfast.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL of the run, real, embedded, on a free port and empty at first, with the three kinds of users that
 * production has: an owner without login, a login for migration and provisioning, and the application's login, which
 * inherits nothing and sees no schema by itself.
 */
public final class TestDatabase {

    static final String NAME = "steadfast";
    static final String APP = "steadfast_app";
    static final String ADMIN = "steadfast_admin";
    static final String PASSWORD = "test-only";

    private static @Nullable EmbeddedPostgres running;

    private TestDatabase() {}

    /** The address of the database; the first caller starts it. */
    public static synchronized String url() {
        if (running == null) {
            running = start();
        }
        return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + NAME;
    }

    /** A connection with all rights, for tests that look behind the product's back or break something on purpose. */
    public static Connection superuser() throws SQLException {
        url();
        return running.getDatabase("postgres", NAME).getConnection();
    }

    static synchronized void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                running = null;
            }
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE steadfast_owner NOLOGIN");
                statement.execute("CREATE ROLE " + ADMIN + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
                statement.execute("GRANT steadfast_owner TO " + ADMIN);
                statement.execute("CREATE ROLE " + APP + " LOGIN NOINHERIT PASSWORD '" + PASSWORD + "'");
                statement.execute("ALTER ROLE " + APP + " SET search_path = ''");
                statement.execute("CREATE DATABASE " + NAME + " OWNER steadfast_owner");
            }
            return postgres;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database's users could not be made", failed);
        }
    }
}
