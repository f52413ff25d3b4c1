package io.steadfast.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The one PostgreSQL of the run: the product's own embedded one, started by the launcher as in production, with the same
 * three kinds of users, in a data directory that every run makes anew.
 */
public final class TestDatabase {

    private static final String SUPERUSER = "postgres";
    private static final String NAME = "steadfast";

    private TestDatabase() {}

    /** A connection with all rights, for tests that look behind the product's back or break something on purpose. */
    public static Connection superuser() throws SQLException {
        try {
            Path home = Server.home();
            String port = Files.readString(home.resolve("postgresql/port")).strip();
            Properties passwords = new Properties();
            try (Reader file = Files.newBufferedReader(home.resolve("database-passwords.properties"))) {
                passwords.load(file);
            }
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, SUPERUSER, passwords.getProperty(SUPERUSER));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
