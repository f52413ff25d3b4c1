package io.steadfast.accrual.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Binds one parameter after the other. */
final class Bindings {

    private final PreparedStatement statement;
    private int next;

    Bindings(PreparedStatement statement) {
        this(statement, 1);
    }

    /** Behind the parameters of other statements of the same round trip. */
    Bindings(PreparedStatement statement, int first) {
        this.statement = statement;
        next = first;
    }

    /** The position behind the last one set. */
    int next() {
        return next;
    }

    Bindings text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Bindings number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Bindings number(Optional<Long> value) throws SQLException {
        statement.setObject(next++, value.orElse(null), Types.BIGINT);
        return this;
    }

    Bindings id(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Bindings id(Optional<UUID> value) throws SQLException {
        statement.setObject(next++, value.orElse(null), Types.OTHER);
        return this;
    }

    Bindings instant(Instant value) throws SQLException {
        statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Bindings instant(Optional<Instant> value) throws SQLException {
        statement.setObject(
                next++, value.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    /** Texts of any type, cast by the statement; an empty one is null. */
    Bindings texts(List<Optional<String>> values) throws SQLException {
        Connection connection = statement.getConnection();
        String[] array = values.stream().map(value -> value.orElse(null)).toArray(String[]::new);
        statement.setArray(next++, connection.createArrayOf("text", array));
        return this;
    }
}
