package io.steadfast.charities.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.CharityCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One statement with its parameters bound one after the other. */
final class Statement implements AutoCloseable {

    private final PreparedStatement statement;
    private int next = 1;

    /** How a row becomes a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    Statement(TenantStore store, String sql) throws SQLException {
        statement = store.connection().prepareStatement(sql);
    }

    Statement text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Statement text(Optional<String> value) throws SQLException {
        statement.setString(next++, value.orElse(null));
        return this;
    }

    Statement code(Optional<CharityCode> value) throws SQLException {
        return text(value.map(CharityCode::value));
    }

    Statement number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Statement id(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Statement id(Optional<UUID> value) throws SQLException {
        statement.setObject(next++, value.orElse(null), Types.OTHER);
        return this;
    }

    Statement instant(Instant value) throws SQLException {
        statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Statement instant(Optional<Instant> value) throws SQLException {
        statement.setObject(
                next++, value.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Statement texts(Collection<?> values) throws SQLException {
        return array("text", values.stream().map(Object::toString).toArray());
    }

    Statement ids(Collection<UUID> values) throws SQLException {
        return array("uuid", values.toArray());
    }

    private Statement array(String type, Object[] values) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }

    void batch() throws SQLException {
        statement.addBatch();
        next = 1;
    }

    void runBatch() throws SQLException {
        statement.executeBatch();
    }

    int run() throws SQLException {
        return statement.executeUpdate();
    }

    <T> List<T> all(Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(reading.read(row));
            }
        }
        return all;
    }

    <T> Optional<T> one(Reading<T> reading) throws SQLException {
        return all(reading).stream().findFirst();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
