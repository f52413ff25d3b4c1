package io.steadfast.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One row of an answer, read by the names of its columns. */
public final class Row {

    private final ResultSet row;

    /** The row an answer stands at. */
    public Row(ResultSet row) {
        this.row = row;
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public Optional<Long> optionalNumber(String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public int integer(String column) throws SQLException {
        return row.getInt(column);
    }

    public Optional<Integer> optionalInteger(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    public byte[] bytes(String column) throws SQLException {
        return row.getBytes(column);
    }

    public Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column));
    }

    public boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public Optional<UUID> optionalId(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    public Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** With an empty text where there is none. */
    public List<String> textsOrEmpty(String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(text -> text == null ? "" : text)
                .toList();
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
