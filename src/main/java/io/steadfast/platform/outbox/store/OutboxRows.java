package io.steadfast.platform.outbox.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of {@code outbox_event}; insert only. */
@ApplicationScoped
public class OutboxRows {

    private static final String INSERT =
            "WITH told AS (INSERT INTO outbox_event (event_id, type, member_id, happened_at, recorded_at, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?::jsonb) RETURNING seq)"
                    + " INSERT INTO outbox_pending (seq) SELECT seq FROM told";

    private static final String INSERT_ALL = """
            WITH told AS (
                INSERT INTO outbox_event (event_id, type, member_id, happened_at, recorded_at, payload)
                SELECT n.event_id, ?, n.member_id, ?, ?, n.payload
                  FROM unnest(?::uuid[], ?::uuid[], ?::jsonb[]) WITH ORDINALITY AS n (event_id, member_id, payload, no)
                 ORDER BY n.no
                RETURNING seq)
            INSERT INTO outbox_pending (seq) SELECT seq FROM told
            """;

    @Inject
    private TenantStore store;

    /** One event; its sequence number is the database's. */
    public record Row(
            UUID id, String type, @Nullable UUID memberId, Instant happenedAt, Instant recordedAt, String payload) {}

    /** Many of one type and instant, in their order, in one statement. */
    public void addAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Row first = rows.get(0);
        store.send(List.of(INSERT_ALL), (statement, at) -> {
            statement.setString(at, first.type());
            statement.setObject(at + 1, first.happenedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(at + 2, first.recordedAt().atOffset(ZoneOffset.UTC));
            texts(statement, at + 3, rows, row -> row.id().toString());
            texts(
                    statement,
                    at + 4,
                    rows,
                    row -> row.memberId() == null ? null : row.memberId().toString());
            texts(statement, at + 5, rows, Row::payload);
            return at + 6;
        });
    }

    private static void texts(
            PreparedStatement statement, int position, List<Row> rows, Function<Row, @Nullable String> column)
            throws SQLException {
        String[] values = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(position, statement.getConnection().createArrayOf("text", values));
    }

    /** Goes out with whatever else the transaction writes last. */
    public void add(Row row) {
        store.send(List.of(INSERT), (statement, first) -> {
            statement.setObject(first, row.id());
            statement.setString(first + 1, row.type());
            statement.setObject(first + 2, row.memberId());
            statement.setObject(first + 3, row.happenedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(first + 4, row.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(first + 5, row.payload());
            return first + 6;
        });
    }
}
