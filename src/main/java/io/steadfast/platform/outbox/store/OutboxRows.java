package io.steadfast.platform.outbox.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code outbox_event}; insert only. */
@ApplicationScoped
public class OutboxRows {

    private static final String INSERT =
            "WITH told AS (INSERT INTO outbox_event (event_id, type, member_id, happened_at, recorded_at, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?::jsonb) RETURNING seq)"
                    + " INSERT INTO outbox_pending (seq) SELECT seq FROM told";

    @Inject
    private TenantStore store;

    /** One event; its sequence number is the database's. */
    public record Row(
            UUID id, String type, @Nullable UUID memberId, Instant happenedAt, Instant recordedAt, String payload) {}

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
