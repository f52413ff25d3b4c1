package io.steadfast.platform.persistence;

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

/**
 * One constant statement of the transaction under way, its parameters bound one after the other. A statement that the database
 * refuses comes out unchecked.
 */
public final class BoundStatement implements AutoCloseable {

    private final PreparedStatement statement;
    private int next = 1;

    /** How a row becomes a value. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws SQLException;
    }

    /** @param sql constant text; values are bound, never put into it */
    public BoundStatement(TenantStore store, String sql) {
        statement = done(() -> store.connection().prepareStatement(sql));
    }

    public BoundStatement text(String value) {
        return bound(() -> statement.setString(next, value));
    }

    public BoundStatement text(Optional<String> value) {
        return bound(() -> statement.setString(next, value.orElse(null)));
    }

    public BoundStatement number(long value) {
        return bound(() -> statement.setLong(next, value));
    }

    public BoundStatement truth(Boolean value) {
        return bound(() -> statement.setBoolean(next, value));
    }

    public BoundStatement id(UUID value) {
        return bound(() -> statement.setObject(next, value));
    }

    public BoundStatement instant(Instant value) {
        return bound(() -> statement.setObject(next, value.atOffset(ZoneOffset.UTC)));
    }

    public BoundStatement instant(Optional<Instant> value) {
        return bound(() -> statement.setObject(
                next, value.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE));
    }

    public BoundStatement date(Optional<LocalDate> value) {
        return bound(() -> statement.setObject(next, value.orElse(null), Types.DATE));
    }

    public BoundStatement texts(Collection<String> values) {
        return array("text", values.toArray());
    }

    public BoundStatement ids(Collection<UUID> values) {
        return array("uuid", values.toArray());
    }

    private BoundStatement array(String type, Object[] values) {
        return bound(() -> statement.setArray(next, statement.getConnection().createArrayOf(type, values)));
    }

    /** Puts the values bound so far aside as one of many. */
    public void batch() {
        done(() -> {
            statement.addBatch();
            return next = 1;
        });
    }

    public void runBatch() {
        done(statement::executeBatch);
    }

    /** How many rows were changed. */
    public int run() {
        return done(statement::executeUpdate);
    }

    public <T> List<T> all(Reading<T> reading) {
        return done(() -> {
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.read(new Row(rows)));
                }
            }
            return all;
        });
    }

    public <T> Optional<T> one(Reading<T> reading) {
        return all(reading).stream().findFirst();
    }

    @Override
    public void close() {
        done(() -> {
            statement.close();
            return true;
        });
    }

    @FunctionalInterface
    private interface Binding {
        void bind() throws SQLException;
    }

    private BoundStatement bound(Binding binding) {
        return done(() -> {
            binding.bind();
            next++;
            return this;
        });
    }

    private static <T> T done(Step<T> step) {
        try {
            return step.take();
        } catch (SQLException failure) {
            throw new StatementException(failure);
        }
    }
}
