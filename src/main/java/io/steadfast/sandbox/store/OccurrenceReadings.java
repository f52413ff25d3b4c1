package io.steadfast.sandbox.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.sandbox.Occurrence;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Events by the instant of the tenant's clock at which they happened. */
@ApplicationScoped
public class OccurrenceReadings {

    private static final String AFTER = """
            SELECT e.type, e.happened_at, e.member_id, m.name,
                   (SELECT array_agg(d.key || E'\\t' || d.value) FROM jsonb_each_text(told.payload) AS d
                     WHERE jsonb_typeof(told.payload -> d.key) IN ('string', 'number')) AS details
              FROM outbox_event AS e LEFT JOIN member AS m ON m.member_id = e.member_id
                   LEFT JOIN LATERAL jsonb_array_elements(
                     CASE jsonb_typeof(e.payload -> 'points') WHEN 'array' THEN e.payload -> 'points' ELSE '[]' END) AS part(payload) ON true
                   CROSS JOIN LATERAL (SELECT e.payload || COALESCE(part.payload, '{}') AS payload) AS told
             WHERE e.happened_at > ? ORDER BY e.happened_at DESC, e.seq DESC LIMIT ?
            """;

    @Inject
    private TenantStore store;

    /** The latest first; an event of several rules or wallets comes once for each. */
    public List<Occurrence> after(Instant instant, int most) {
        try (PreparedStatement statement = store.connection().prepareStatement(AFTER)) {
            statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            List<Occurrence> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(occurrence(row));
                }
            }
            return read;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static Occurrence occurrence(ResultSet row) throws SQLException {
        Map<String, String> details = new TreeMap<>();
        if (row.getArray("details") != null) {
            for (String detail : (String[]) row.getArray("details").getArray()) {
                int tab = detail.indexOf('\t');
                details.put(detail.substring(0, tab), detail.substring(tab + 1));
            }
        }
        return new Occurrence(
                row.getString("type"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("member_id", UUID.class)).map(MemberId::new),
                Optional.ofNullable(row.getString("name")).filter(name -> !name.isBlank()),
                details);
    }
}
