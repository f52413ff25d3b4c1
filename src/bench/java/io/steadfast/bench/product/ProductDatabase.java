package io.steadfast.bench.product;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The embedded PostgreSQL of a product, seen from outside: its processes, and its tables with all rights. */
public final class ProductDatabase {

    private static final String APPLICATION = "steadfast_app";
    private static final String ADMIN = "steadfast_admin";

    private static final String SUPERUSER = "postgres";

    private final Path home;

    ProductDatabase(Path home) {
        this.home = home;
    }

    /** The first process of the server; empty where none runs. */
    public Optional<Long> pid() {
        Path file = home.resolve("postgresql/data/postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip())).filter(ProductDatabase::isPostgres);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    /** Every process of the server, the first one first. */
    public List<ProcessHandle> processes() {
        return pid().flatMap(ProcessHandle::of).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.children()))
                .toList();
    }

    public int port() {
        try {
            return Integer.parseInt(
                    Files.readString(home.resolve("postgresql/port")).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Settings of a product that reaches this database as one of its own, on another port. */
    public Map<String, String> reachedThrough(int otherPort) {
        return Map.of(
                "STEADFAST_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + otherPort + "/steadfast",
                "STEADFAST_DB_USER",
                APPLICATION,
                "STEADFAST_DB_PASSWORD",
                password(APPLICATION),
                "STEADFAST_DB_ADMIN_USER",
                ADMIN,
                "STEADFAST_DB_ADMIN_PASSWORD",
                password(ADMIN),
                "STEADFAST_SECRETS_KEY",
                secretsKey());
    }

    private String secretsKey() {
        try {
            return Files.readString(home.resolve("secrets-key")).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String password(String login) {
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("database-passwords.properties"))) {
            passwords.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return passwords.getProperty(login);
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/steadfast", SUPERUSER, password(SUPERUSER));
    }

    /** With all rights, among a tenant's tables. */
    public Connection superuserIn(String schema) throws SQLException {
        Connection connection = superuser();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO \"" + schema + "\"");
        }
        return connection;
    }

    /** A single figure. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
