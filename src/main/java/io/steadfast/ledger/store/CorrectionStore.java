package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.OrderCorrection;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Corrections by the order they were made for. */
@ApplicationScoped
public class CorrectionStore {

    /** One that a receipt caused was made once more; staff make theirs without. Parameters: source, reference, member. */
    private static final String OF_ORDER = """
            SELECT e.entry_id, e.wallet, e.receipt_id IS NULL AS by_staff, l.lot_id IS NOT NULL AS gives,
                   coalesce(l.granted_points, -used.points) AS points,
                   CASE WHEN l.lot_id IS NULL THEN back.points ELSE taken.points END AS undone,
                   l.activity_at, l.activates_at, coalesce(p.planned_at, l.expires_at) AS expires_at
            FROM entry e
            LEFT JOIN lot l ON l.lot_id = e.entry_id
            LEFT JOIN lot_promise p ON p.lot_id = e.entry_id
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(a.points), 0)::bigint AS points
                FROM allocation a WHERE a.entry_id = e.entry_id AND a.to_state = 'SPENT') used
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(a.points), 0)::bigint AS points
                FROM entry r JOIN allocation a ON a.entry_id = r.entry_id
                WHERE r.reverses = e.entry_id AND a.from_state = 'SPENT') back
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(r.forgiven_points - r.lifetime_points), 0)::bigint AS points
                FROM entry r WHERE r.reverses = e.entry_id AND r.kind = 'REVERSAL') taken
            WHERE e.kind = 'CORRECTION' AND e.source = ? AND e.reference = ? AND e.member_id = ?
            ORDER BY e.seq
            """;

    @Inject
    private LedgerStore ledger;

    /** In the order in which they were made. */
    public List<OrderCorrection> of(MemberId member, Cause.Subject order) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_ORDER)) {
                new Rows.Binder(connection, statement)
                        .value(order.source())
                        .value(order.reference())
                        .value(member.value());
                List<OrderCorrection> corrections = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    corrections.add(read(rows));
                }
                return corrections;
            }
        });
    }

    private static OrderCorrection read(ResultSet row) throws SQLException {
        return new OrderCorrection(
                Rows.id(row, "entry_id"),
                Rows.wallet(row),
                row.getLong("points"),
                row.getLong("undone"),
                row.getBoolean("by_staff") ? OrderCorrection.Made.BY_STAFF : OrderCorrection.Made.ONCE_MORE,
                row.getBoolean("gives") ? Optional.of(Rows.dates(row)) : Optional.empty());
    }
}
