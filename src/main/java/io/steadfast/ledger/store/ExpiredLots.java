package io.steadfast.ledger.store;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of a lot has lapsed by the clock, whether or not a job has posted it, and what of that came back already. */
@ApplicationScoped
public class ExpiredLots {

    private static final String EXPIRED = """
            SELECT l.lot_id, l.wallet, gone.points + coalesce(due.points, 0) - back.points AS points,
                   greatest(gone.at, due.at) AS expired_at
            FROM lot l
            CROSS JOIN (SELECT ?::timestamptz AS now) clock
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(CASE WHEN a.to_state = 'EXPIRED' THEN a.points ELSE -a.points END), 0)::bigint AS points,
                       max(e.effective_at) FILTER (WHERE a.to_state = 'EXPIRED') AS at
                FROM allocation a JOIN entry e ON e.entry_id = a.entry_id
                WHERE a.lot_id = l.lot_id AND 'EXPIRED' IN (a.from_state, a.to_state)) gone
            LEFT JOIN LATERAL (
                SELECT o.pending_points + o.active_points + o.blocked_points AS points, ends.at
                FROM open_lot o
                JOIN account c ON c.member_id = o.member_id AND c.wallet = o.wallet
                CROSS JOIN LATERAL (
                    SELECT least(o.expires_at,
                                 CASE WHEN o.activity_at < c.inactivity_deadline THEN c.inactivity_deadline END) AS at) ends
                WHERE o.lot_id = l.lot_id AND ends.at <= clock.now) due ON true
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(r.granted_points), 0)::bigint AS points
                FROM lot r WHERE r.reinstates = l.lot_id) back
            """;

    private static final String ONE = EXPIRED + "WHERE l.lot_id = ? AND l.member_id = ?";

    /** Of the lots that lapsed by a job or by the clock alone; parameters: now, member, since, member, now, now, since, limit. */
    private static final String SINCE = "SELECT * FROM (" + EXPIRED + """
            WHERE l.lot_id IN (
                SELECT a.lot_id FROM entry e JOIN allocation a ON a.entry_id = e.entry_id
                WHERE e.member_id = ? AND e.kind IN ('EXPIRY', 'RETURN') AND e.effective_at >= ? AND a.to_state = 'EXPIRED'
                UNION
                SELECT o.lot_id FROM open_lot o JOIN account c ON c.member_id = o.member_id AND c.wallet = o.wallet
                WHERE o.member_id = ? AND (o.expires_at <= ? OR c.inactivity_deadline <= ?))) lapsed
            WHERE points > 0 AND expired_at >= ? ORDER BY expired_at DESC, lot_id LIMIT ?
            """;

    @Inject
    private LedgerStore ledger;

    /**
     * A lot that may have lapsed.
     *
     * @param points that have lapsed and haven't come back
     * @param expiredAt when the last of them did; empty where none did
     */
    public record Expired(UUID id, WalletCode wallet, long points, Optional<Instant> expiredAt) {}

    /** Empty where the member has no such lot. */
    public Optional<Expired> find(MemberId member, UUID lot, Instant now) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ONE)) {
                new Rows.Binder(connection, statement).value(now).value(lot).value(member.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(expired(row)) : Optional.empty();
                }
            }
        });
    }

    /** What lapsed since then and hasn't come back, the latest first. */
    public List<Expired> since(MemberId member, Instant since, Instant now, int limit) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
                new Rows.Binder(connection, statement)
                        .value(now)
                        .value(member.value())
                        .value(since)
                        .value(member.value())
                        .value(now)
                        .value(now)
                        .value(since)
                        .value(limit);
                try (ResultSet row = statement.executeQuery()) {
                    List<Expired> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(expired(row));
                    }
                    return found;
                }
            }
        });
    }

    private static Expired expired(ResultSet row) throws SQLException {
        return new Expired(
                row.getObject("lot_id", UUID.class),
                Rows.wallet(row),
                row.getLong("points"),
                Rows.optionalInstant(row, "expired_at"));
    }
}
