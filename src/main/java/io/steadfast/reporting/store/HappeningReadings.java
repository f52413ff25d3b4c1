package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.Happening;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The last things that were booked. Ids are made in the order of time, so that the end of each primary key is the last
 * that happened and no table is walked.
 */
@ApplicationScoped
public class HappeningReadings {
    private static final String ENTRIES = """
            SELECT e.member_id, m.name, e.recorded_at, e.points, e.kind,
                   e.origin_code, e.origin_version, e.rule, e.source, e.reference
              FROM (SELECT * FROM entry ORDER BY entry_id DESC LIMIT ?) e
              LEFT JOIN member m ON m.member_id = e.member_id
            """;
    private static final String MEMBERS =
            "SELECT member_id, name, recorded_at FROM member ORDER BY member_id DESC LIMIT ?";
    private static final String MARK = """
            SELECT concat_ws(' ',
                   (SELECT entry_id FROM entry ORDER BY entry_id DESC LIMIT 1),
                   (SELECT receipt_id FROM receipt ORDER BY receipt_id DESC LIMIT 1),
                   (SELECT member_id FROM member ORDER BY member_id DESC LIMIT 1))
            """;

    @Inject
    private TenantStore store;

    /** Changes whenever anything below did; costs next to nothing. */
    public String mark() {
        return HomeReadings.rows(store, MARK, row -> row.getString(1)).get(0);
    }

    /** The last ones of every sort together, the newest first. */
    public List<Happening> last(int limit) {
        List<Happening> all = new ArrayList<>(HomeReadings.rows(store, ENTRIES, HappeningReadings::entry, limit));
        all.addAll(HomeReadings.rows(store, MEMBERS, HappeningReadings::joined, limit));
        all.sort(Comparator.comparing(Happening::at).reversed());
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static Happening entry(ResultSet row) throws SQLException {
        return new Happening(
                Happening.Sort.ENTRY,
                instant(row, 3),
                Optional.of(new MemberId(row.getObject(1, UUID.class))),
                Optional.ofNullable(row.getString(2)),
                row.getLong(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getObject(7, Integer.class)),
                Optional.ofNullable(row.getString(8)),
                subject(row.getString(9), row.getString(10)),
                List.of());
    }

    private static Happening joined(ResultSet row) throws SQLException {
        return new Happening(
                Happening.Sort.JOINED,
                instant(row, 3),
                Optional.of(new MemberId(row.getObject(1, UUID.class))),
                Optional.ofNullable(row.getString(2)),
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Optional<String> subject(String source, String reference) {
        return Optional.ofNullable(reference).map(given -> source + " / " + given);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
