package io.steadfast.ledger.store;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lots of which something can be blocked, and lots of which something is; those that have lapsed by the clock are neither. */
@ApplicationScoped
public class BlockableLots {

    private static final String LIVING = """
            SELECT o.lot_id FROM open_lot o JOIN account a ON a.member_id = o.member_id AND a.wallet = o.wallet
            CROSS JOIN (SELECT ?::timestamptz AS now) clock
            WHERE o.member_id = ? AND o.wallet = ? AND o.expires_at > clock.now
              AND (a.inactivity_deadline IS NULL OR a.inactivity_deadline > clock.now
                   OR o.activity_at >= a.inactivity_deadline)
            """;
    private static final String FREE = LIVING + " AND o.pending_points + o.active_points > 0 ORDER BY o.lot_id LIMIT ?";
    private static final String BLOCKED = LIVING + " AND o.blocked_points > 0 ORDER BY o.lot_id LIMIT ?";

    @Inject
    private LedgerStore ledger;

    /** Lots with points that aren't blocked; at most so many. */
    public List<UUID> free(MemberId member, WalletCode wallet, Instant now, int most) {
        return lots(FREE, member, wallet, now, most);
    }

    /** Lots with blocked points; at most so many. */
    public List<UUID> blocked(MemberId member, WalletCode wallet, Instant now, int most) {
        return lots(BLOCKED, member, wallet, now, most);
    }

    private List<UUID> lots(String sql, MemberId member, WalletCode wallet, Instant now, int most) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                new Rows.Binder(connection, statement)
                        .value(now)
                        .value(member.value())
                        .value(wallet.value())
                        .value(most);
                List<UUID> lots = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lots.add(Rows.id(row, "lot_id"));
                    }
                }
                return lots;
            }
        });
    }
}
