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
    /** Of the last orders and activities those that no rule gave anything for. */
    private static final String SKIPPED = """
            SELECT r.member_id, m.name, r.recorded_at, coalesce(o.source, a.source), coalesce(o.reference, a.reference)
              FROM (SELECT * FROM receipt ORDER BY receipt_id DESC LIMIT ?) r
              LEFT JOIN purchase_order o ON o.order_id = r.subject_id
              LEFT JOIN activity a ON a.activity_id = r.subject_id
              LEFT JOIN member m ON m.member_id = r.member_id
             WHERE r.member_id IS NOT NULL AND (o.order_id IS NOT NULL OR a.activity_id IS NOT NULL)
               AND EXISTS (SELECT 1 FROM proof p WHERE p.receipt_id = r.receipt_id AND p.kind = 'SKIP')
               AND NOT EXISTS (SELECT 1 FROM receipt gr JOIN proof g ON g.receipt_id = gr.receipt_id
                                WHERE gr.subject_id = r.subject_id AND g.kind = 'GRANT')
            """;
    /** A brand has some hundred versions at most. */
    private static final String PUBLISHED =
            "SELECT program, version, published_at, actor_name FROM program_version ORDER BY published_at DESC, recorded_at DESC LIMIT ?";

    private static final String MARK = """
            SELECT concat_ws(' ',
                   (SELECT entry_id FROM entry ORDER BY entry_id DESC LIMIT 1),
                   (SELECT receipt_id FROM receipt ORDER BY receipt_id DESC LIMIT 1),
                   (SELECT member_id FROM member ORDER BY member_id DESC LIMIT 1),
                   (SELECT max(recorded_at) FROM program_version))
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
        all.addAll(HomeReadings.rows(store, SKIPPED, HappeningReadings::skipped, limit));
        all.addAll(HomeReadings.rows(store, PUBLISHED, HappeningReadings::published, limit));
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
                subject(row.getString(9), row.getString(10)));
    }

    private static Happening joined(ResultSet row) throws SQLException {
        return ofMember(Happening.Sort.JOINED, row, Optional.empty());
    }

    private static Happening skipped(ResultSet row) throws SQLException {
        return ofMember(Happening.Sort.SKIPPED, row, subject(row.getString(4), row.getString(5)));
    }

    /** A row that begins with the member, their name and when. */
    private static Happening ofMember(Happening.Sort sort, ResultSet row, Optional<String> subject)
            throws SQLException {
        return new Happening(
                sort,
                instant(row, 3),
                Optional.of(new MemberId(row.getObject(1, UUID.class))),
                Optional.ofNullable(row.getString(2)),
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                subject);
    }

    private static Happening published(ResultSet row) throws SQLException {
        return new Happening(
                Happening.Sort.PUBLISHED,
                instant(row, 3),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                Optional.of(row.getString(1)),
                Optional.of(row.getInt(2)),
                Optional.empty(),
                Optional.of(row.getString(4)));
    }

    static Optional<String> subject(String source, String reference) {
        return Optional.ofNullable(reference).map(given -> source + " / " + given);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
