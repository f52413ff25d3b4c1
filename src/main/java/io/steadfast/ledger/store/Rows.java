package io.steadfast.ledger.store;

import io.steadfast.ledger.core.LotDates;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the books' values travel to and from the database. */
final class Rows {

    private Rows() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Rows::time).orElse(null);
    }

    /** Never, and no date yet, as the projection of open lots says it. */
    static String timeOrInfinity(Optional<Instant> instant) {
        return instant.map(each -> time(each).toString()).orElse("infinity");
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<UUID> optionalId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static MemberId member(ResultSet row) throws SQLException {
        return new MemberId(id(row, "member_id"));
    }

    static WalletCode wallet(ResultSet row) throws SQLException {
        return new WalletCode(row.getString("wallet"));
    }

    static LotDates dates(ResultSet row) throws SQLException {
        return new LotDates(
                instant(row, "activity_at"), optionalInstant(row, "activates_at"), optionalInstant(row, "expires_at"));
    }

    /** Moves on to the next result of a text with several statements, past the counts of those that only write. */
    static ResultSet nextResult(PreparedStatement statement) throws SQLException {
        while (!statement.getMoreResults()) {
            if (statement.getUpdateCount() == -1) {
                throw new IllegalStateException("A statement gave fewer results than its text has");
            }
        }
        return statement.getResultSet();
    }

    /** Sets parameters one after the other, so that a text with sixty of them can't be counted wrong. */
    static final class Binder {

        private final Connection connection;
        private final PreparedStatement statement;
        private int position;

        Binder(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        /** Behind the parameters of other statements of the same round trip. */
        Binder(PreparedStatement statement, int first) throws SQLException {
            this(statement.getConnection(), statement);
            position = first - 1;
        }

        /** The position behind the last one set. */
        int next() {
            return position + 1;
        }

        Binder value(@Nullable Object value) throws SQLException {
            position++;
            if (value instanceof Instant instant) {
                statement.setObject(position, time(instant));
            } else {
                statement.setObject(position, value);
            }
            return this;
        }

        /** One column of a list of rows. */
        <R> Binder column(String type, Collection<R> rows, Function<R, ? extends @Nullable Object> field)
                throws SQLException {
            position++;
            Object[] values = rows.stream().map(field).toArray();
            Array array = connection.createArrayOf(type, values);
            statement.setArray(position, array);
            return this;
        }

        /** As {@link #column}, for hashes: the driver wants an array of that very type. */
        <R> Binder hashes(Collection<R> rows, Function<R, byte[]> field) throws SQLException {
            position++;
            byte[][] values = rows.stream().map(field).toArray(byte[][]::new);
            statement.setArray(position, connection.createArrayOf("bytea", values));
            return this;
        }

        Binder ids(Collection<UUID> ids) throws SQLException {
            return column("uuid", List.copyOf(ids), id -> id);
        }
    }
}
