package io.steadfast.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One constant statement whose parameters are bound one after the other, as {@link TenantStore#sql} gives it: bind, then end with
 * {@link #run}, {@link #all}, {@link #one} or {@link #runBatch}, once. What the database refuses comes as a {@link StatementException}.
 */
public final class BoundStatement {

    private final Supplier<Connection> connection;
    private final String text;
    private final List<List<Binding>> rows = new ArrayList<>();
    private List<Binding> bindings = new ArrayList<>();

    /** How a row becomes a value. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    private interface Binding {
        void bind(PreparedStatement statement, int position) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** On a connection that isn't a tenant's, as the control schema's: within whatever transaction stands on it. */
    public static BoundStatement on(Connection connection, String text) {
        return new BoundStatement(() -> connection, text);
    }

    /** @param text constant; values are bound, never put into it */
    BoundStatement(Supplier<Connection> connection, String text) {
        this.connection = connection;
        this.text = text;
    }

    public BoundStatement text(String value) {
        return bound((statement, at) -> statement.setString(at, value));
    }

    public BoundStatement text(Optional<String> value) {
        return bound((statement, at) -> statement.setString(at, value.orElse(null)));
    }

    public BoundStatement number(long value) {
        return bound((statement, at) -> statement.setLong(at, value));
    }

    public BoundStatement number(Optional<Long> value) {
        return bound((statement, at) -> statement.setObject(at, value.orElse(null), Types.BIGINT));
    }

    public BoundStatement id(UUID value) {
        return bound((statement, at) -> statement.setObject(at, value));
    }

    public BoundStatement id(Optional<UUID> value) {
        return bound((statement, at) -> statement.setObject(at, value.orElse(null), Types.OTHER));
    }

    public BoundStatement instant(Instant value) {
        return bound((statement, at) -> statement.setObject(at, value.atOffset(ZoneOffset.UTC)));
    }

    public BoundStatement instant(Optional<Instant> value) {
        return bound((statement, at) -> statement.setObject(
                at,
                value.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE));
    }

    public BoundStatement truth(Boolean value) {
        return bound((statement, at) -> statement.setBoolean(at, value));
    }

    public BoundStatement date(Optional<LocalDate> value) {
        return bound((statement, at) -> statement.setObject(at, value.orElse(null), Types.DATE));
    }

    public BoundStatement date(LocalDate value) {
        return bound((statement, at) -> statement.setObject(at, value));
    }

    public BoundStatement bytes(byte[] value) {
        return bound((statement, at) -> statement.setBytes(at, value));
    }

    public BoundStatement bytes(Optional<byte[]> value) {
        return bound((statement, at) -> statement.setBytes(at, value.orElse(null)));
    }

    /** An array of the values' own words. */
    public BoundStatement texts(Collection<?> values) {
        return array("text", values.stream().map(Object::toString).toArray());
    }

    public BoundStatement ids(Collection<UUID> values) {
        return array("uuid", values.toArray());
    }

    private BoundStatement array(String type, Object[] values) {
        return bound((statement, at) ->
                statement.setArray(at, statement.getConnection().createArrayOf(type, values)));
    }

    private BoundStatement bound(Binding binding) {
        bindings.add(binding);
        return this;
    }

    /** Ends one row of a batch. */
    public void batch() {
        rows.add(bindings);
        bindings = new ArrayList<>();
    }

    /** Writes every row that {@link #batch} ended; nothing where there is none. */
    public void runBatch() {
        if (rows.isEmpty()) {
            return;
        }
        work(statement -> {
            for (List<Binding> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** How many rows it changed. */
    public int run() {
        return work(statement -> {
            bind(statement, bindings);
            return statement.executeUpdate();
        });
    }

    public <T> List<T> all(Reading<T> reading) {
        return work(statement -> {
            bind(statement, bindings);
            List<T> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reading.read(new Row(row)));
                }
            }
            return all;
        });
    }

    /** The first row. */
    public <T> Optional<T> one(Reading<T> reading) {
        return all(reading).stream().findFirst();
    }

    private static void bind(PreparedStatement statement, List<Binding> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            row.get(i).bind(statement, i + 1);
        }
    }

    private <T> T work(Work<T> work) {
        try (PreparedStatement statement = connection.get().prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException failure) {
            throw new StatementException(text, failure);
        }
    }
}
