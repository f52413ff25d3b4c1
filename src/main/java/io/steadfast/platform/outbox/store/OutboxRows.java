package io.steadfast.platform.outbox.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code outbox_event}; insert only. */
@ApplicationScoped
public class OutboxRows {

    private static final String INSERT =
            "INSERT INTO outbox_event (event_id, type, member_id, happened_at, recorded_at, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?::jsonb)";

    @Inject
    private TenantStore store;

    /** One event; its sequence number is the database's. */
    public record Row(
            UUID id, String type, @Nullable UUID memberId, Instant happenedAt, Instant recordedAt, String payload) {}

    public void add(Row row) {
        try (PreparedStatement statement = store.connection().prepareStatement(INSERT)) {
            statement.setObject(1, row.id());
            statement.setString(2, row.type());
            statement.setObject(3, row.memberId());
            statement.setObject(4, row.happenedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(5, row.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(6, row.payload());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The event can't be written", failure);
        }
    }
}
