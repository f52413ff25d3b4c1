package io.steadfast.sandbox.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.sandbox.Occurrence;
import io.steadfast.sandbox.OccurrencePage;
import io.steadfast.sandbox.OccurrencePage.Place;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Events by the instant of the tenant's clock at which they happened. */
@ApplicationScoped
public class OccurrenceReadings {

    private static final String AFTER = """
            WITH page AS (
              SELECT type, happened_at, seq, member_id, payload FROM outbox_event
               WHERE happened_at > ? AND (happened_at, seq) < (?, ?) ORDER BY happened_at DESC, seq DESC LIMIT ?)
            SELECT e.type, e.happened_at, e.seq, e.member_id, m.name,
                   (SELECT array_agg(d.key || E'\\t' || d.value) FROM jsonb_each_text(told.payload) AS d
                     WHERE jsonb_typeof(told.payload -> d.key) IN ('string', 'number')) AS details
              FROM page AS e LEFT JOIN member AS m ON m.member_id = e.member_id
                   LEFT JOIN LATERAL jsonb_array_elements(
                     CASE jsonb_typeof(e.payload -> 'points') WHEN 'array' THEN e.payload -> 'points' ELSE '[]' END)
                     WITH ORDINALITY AS part(payload, place) ON true
                   CROSS JOIN LATERAL (SELECT e.payload || COALESCE(part.payload, '{}') AS payload) AS told
             ORDER BY e.happened_at DESC, e.seq DESC, part.place
            """;

    /** After every instant that a clock can show. */
    private static final Place END = new Place(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE);

    @Inject
    private TenantStore store;

    /** The latest first, so many events; an event of several rules or wallets comes once for each. */
    public OccurrencePage after(Instant instant, Optional<Place> before, int events) {
        Place from = before.orElse(END);
        try (PreparedStatement statement = store.connection().prepareStatement(AFTER)) {
            statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
            statement.setObject(2, from.at().atOffset(ZoneOffset.UTC));
            statement.setLong(3, from.number());
            statement.setInt(4, events + 1);
            Map<Place, List<Occurrence>> read = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Occurrence one = occurrence(row);
                    read.computeIfAbsent(new Place(one.at(), row.getLong("seq")), none -> new ArrayList<>())
                            .add(one);
                }
            }
            return page(read, events);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static OccurrencePage page(Map<Place, List<Occurrence>> read, int events) {
        List<Occurrence> rows =
                read.values().stream().limit(events).flatMap(List::stream).toList();
        Optional<Place> next =
                read.size() > events ? read.keySet().stream().skip(events - 1L).findFirst() : Optional.empty();
        return new OccurrencePage(rows, next);
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
