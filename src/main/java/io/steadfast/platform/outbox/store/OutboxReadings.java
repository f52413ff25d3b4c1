package io.steadfast.platform.outbox.store;

import io.steadfast.platform.outbox.OutboxEvent;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events read back, and taken off the list of those that wait. */
@ApplicationScoped
public class OutboxReadings {

    private static final String ONE_TAKER =
            "SELECT pg_advisory_xact_lock(hashtext('steadfast outbox'), hashtext(current_schema()))";

    // By lists of keys: before the database has counted the rows of a young table, a join reads all events that ever
    // were.
    private static final String TAKE = """
            WITH taken AS (
                DELETE FROM outbox_pending
                 WHERE seq = ANY (ARRAY(SELECT seq FROM outbox_pending ORDER BY seq LIMIT ?)) RETURNING seq)
            SELECT event_id, seq, type, member_id, happened_at, payload::text
              FROM outbox_event WHERE seq = ANY (ARRAY(SELECT seq FROM taken)) ORDER BY seq
            """;

    private static final String FIND = "SELECT event_id, seq, type, member_id, happened_at, payload::text"
            + " FROM outbox_event WHERE event_id = ?";

    private static final String OLDEST =
            "SELECT recorded_at FROM outbox_event WHERE seq = (SELECT min(seq) FROM outbox_pending)";

    @Inject
    private TenantStore store;

    public List<OutboxEvent> take(int limit) {
        try (PreparedStatement lock = store.connection().prepareStatement(ONE_TAKER);
                PreparedStatement take = store.connection().prepareStatement(TAKE)) {
            lock.execute();
            take.setInt(1, limit);
            return events(take);
        } catch (SQLException failure) {
            throw new IllegalStateException("Events can't be taken", failure);
        }
    }

    public Optional<OutboxEvent> find(UUID event) {
        try (PreparedStatement find = store.connection().prepareStatement(FIND)) {
            find.setObject(1, event);
            return events(find).stream().findFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("The event can't be read", failure);
        }
    }

    public boolean waiting() {
        try (PreparedStatement waiting =
                        store.connection().prepareStatement("SELECT EXISTS (SELECT 1 FROM outbox_pending)");
                ResultSet row = waiting.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("Whether events wait can't be read", failure);
        }
    }

    /** When the oldest event was written that nobody has taken; real time. */
    public Optional<Instant> oldestWaiting() {
        try (PreparedStatement statement = store.connection().prepareStatement(OLDEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException("Since when events wait can't be read", failure);
        }
    }

    private static List<OutboxEvent> events(PreparedStatement statement) throws SQLException {
        List<OutboxEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.add(new OutboxEvent(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, UUID.class)).map(MemberId::new),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6)));
            }
        }
        return events;
    }
}
