package io.steadfast.ledger.store;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What of a lot has lapsed by the clock, whether or not a job has posted it, and what of that came back already. */
@ApplicationScoped
public class ExpiredLots {

    private static final String EXPIRED = """
            SELECT l.wallet, gone.points + coalesce(due.points, 0) - back.points AS points,
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
            WHERE l.lot_id = ? AND l.member_id = ?
            """;

    @Inject
    private LedgerStore ledger;

    /**
     * A lot that may have lapsed.
     *
     * @param points that have lapsed and haven't come back
     * @param expiredAt when the last of them did; empty where none did
     */
    public record Expired(WalletCode wallet, long points, Optional<Instant> expiredAt) {}

    /** Empty where the member has no such lot. */
    public Optional<Expired> find(MemberId member, UUID lot, Instant now) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXPIRED)) {
                new Rows.Binder(connection, statement).value(now).value(lot).value(member.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Expired(
                                    Rows.wallet(row), row.getLong("points"), Rows.optionalInstant(row, "expired_at")))
                            : Optional.empty();
                }
            }
        });
    }
}
