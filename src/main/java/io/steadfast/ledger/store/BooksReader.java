package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.AccountLapse;
import io.steadfast.ledger.core.Books;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotFacts;
import io.steadfast.ledger.core.LotState;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.SpendFacts;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what a posting may touch, and no more: a posting that only grants reads nothing; one that names lots or uses
 * points takes one round trip, and a second where the first few lots don't cover what it uses.
 */
final class BooksReader {

    /** Lots are taken in small steps: few members need more for one use, and a scan over all costs those who have many. */
    private static final int FIRST_STEP = 64;

    private static final String SPENDS = """
            SELECT e.entry_id, e.kind, e.wallet, back.points AS returned
            FROM entry e
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(a.points), 0)::bigint AS points
                FROM entry r JOIN allocation a ON a.entry_id = r.entry_id
                WHERE r.reverses = e.entry_id AND a.from_state = 'SPENT') back
            WHERE e.entry_id = ANY (?) AND e.member_id = ?;
            SELECT entry_id, lot_id, from_state, to_state, points
            FROM allocation
            WHERE entry_id = ANY (?) AND to_state IN ('SPENT', 'HELD')
            ORDER BY entry_id, no;
            """;

    /** With a lot everything that came back of it: a claw-back looks there too. Parameters: lots, member, entries. */
    private static final String NAMED_LOTS = """
            WITH RECURSIVE family (lot_id) AS (
                SELECT unnest(?::uuid[])
                UNION
                SELECT r.lot_id FROM family f JOIN lot r ON r.reinstates = f.lot_id)
            SELECT l.lot_id, l.wallet, g.kind, l.granted_points, l.activity_at, l.reinstates,
                   coalesce(c.recorded_at, g.recorded_at) AS dated_at,
                   coalesce(o.pending_points, 0) AS pending_points, coalesce(o.active_points, 0) AS active_points,
                   coalesce(o.held_points, 0) AS held_points, coalesce(o.blocked_points, 0) AS blocked_points, gone.points - back.points AS expired_points, taken.points AS taken_points,
                   CASE WHEN c.lot_id IS NULL THEN l.activates_at ELSE c.activates_at END AS activates_at,
                   CASE WHEN c.lot_id IS NULL THEN l.expires_at ELSE c.expires_at END AS expires_at
            FROM lot l
            JOIN entry g ON g.entry_id = l.lot_id
            LEFT JOIN open_lot o ON o.lot_id = l.lot_id
            LEFT JOIN LATERAL (
                SELECT x.lot_id, x.activates_at, x.expires_at, xe.recorded_at
                FROM lot_change x JOIN entry xe ON xe.entry_id = x.entry_id
                WHERE x.lot_id = l.lot_id ORDER BY xe.seq DESC, x.no DESC LIMIT 1) c ON true
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(CASE WHEN a.to_state = 'EXPIRED' THEN a.points ELSE -a.points END), 0)::bigint AS points
                FROM allocation a
                WHERE a.lot_id = l.lot_id AND 'EXPIRED' IN (a.from_state, a.to_state)) gone
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(r.granted_points), 0)::bigint AS points FROM lot r WHERE r.reinstates = l.lot_id) back
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(r.forgiven_points - r.lifetime_points), 0)::bigint AS points
                FROM entry r
                WHERE r.reverses = l.lot_id AND r.kind = 'REVERSAL') taken
            WHERE l.member_id = ? AND l.lot_id = ANY (
                ARRAY(SELECT lot_id FROM family UNION SELECT a.lot_id FROM allocation a WHERE a.entry_id = ANY (?)));
            """;

    private static final String OPEN_LOT_COLUMNS = """
            SELECT o.lot_id, o.wallet, o.pending_points, o.active_points, o.held_points, o.blocked_points, o.activity_at,
                   nullif(o.activates_at, 'infinity') AS activates_at, nullif(o.expires_at, 'infinity') AS expires_at
            """;

    private static final String FIRST_USABLE = OPEN_LOT_COLUMNS + """
            FROM unnest(?::text[]) AS wanted (wallet)
            CROSS JOIN LATERAL (
                SELECT * FROM open_lot x
                WHERE x.member_id = ? AND x.wallet = wanted.wallet AND x.expires_at > ?
                  AND (x.active_points > 0 OR (x.pending_points > 0 AND x.activates_at <= ?))
                ORDER BY x.expires_at, x.activity_at, x.lot_id
                LIMIT ?) o
            """;

    private static final String ALL_OPEN = OPEN_LOT_COLUMNS + """
            FROM open_lot o
            WHERE o.member_id = ? AND o.wallet = ANY (?)
            """;

    private final Connection connection;
    private final MemberId member;
    private final Instant now;
    private final Map<UUID, LotFacts> lots = new LinkedHashMap<>();
    private final Map<UUID, SpendFacts> spends = new HashMap<>();

    private BooksReader(Connection connection, MemberId member, Instant now) {
        this.connection = connection;
        this.member = member;
        this.now = now;
    }

    static Books read(Connection connection, HeldMember held, Posting posting, Instant now) throws SQLException {
        BooksReader reader = new BooksReader(connection, held.member(), now);
        Map<WalletCode, AccountFacts> accounts = Map.copyOf(held.accounts());
        Map<WalletCode, List<AccountLapse>> lapses = AccountLapses.read(connection, held.member(), posting, accounts);
        PostingNeeds needs = PostingNeeds.of(posting, accounts, lapses, now);
        if (!needs.none()) {
            reader.readNamed(needs);
            List<WalletCode> uncovered = needs.uncovered(reader.lots.values(), now, FIRST_STEP);
            if (!uncovered.isEmpty()) {
                reader.readAllOpen(uncovered);
            }
        }
        return new Books(now, accounts, List.copyOf(reader.lots.values()), reader.spends, lapses);
    }

    private void readNamed(PostingNeeds needs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SPENDS + NAMED_LOTS + FIRST_USABLE)) {
            new Rows.Binder(connection, statement)
                    .ids(needs.entries())
                    .value(member.value())
                    .ids(needs.entries())
                    .ids(needs.lots())
                    .value(member.value())
                    .ids(needs.entries())
                    .column("text", needs.firstUsable(), WalletCode::value)
                    .value(member.value())
                    .value(now)
                    .value(now)
                    .value(FIRST_STEP);
            statement.execute();
            readSpends(statement);
            ResultSet named = Rows.nextResult(statement);
            while (named.next()) {
                add(named, Optional.of(grant(named)));
            }
            ResultSet usable = Rows.nextResult(statement);
            while (usable.next()) {
                add(usable, Optional.empty());
            }
        }
    }

    private void readSpends(PreparedStatement statement) throws SQLException {
        Map<UUID, SpendFacts> heads = new LinkedHashMap<>();
        ResultSet entries = statement.getResultSet();
        while (entries.next()) {
            UUID id = Rows.id(entries, "entry_id");
            EntryKind kind = EntryKind.valueOf(entries.getString("kind"));
            heads.put(id, new SpendFacts(id, kind, Rows.wallet(entries), List.of(), entries.getLong("returned")));
        }
        Map<UUID, List<EntryDraft.Allocation>> parts = new HashMap<>();
        ResultSet allocations = Rows.nextResult(statement);
        while (allocations.next()) {
            parts.computeIfAbsent(Rows.id(allocations, "entry_id"), id -> new ArrayList<>())
                    .add(allocation(allocations));
        }
        heads.forEach((id, head) -> spends.put(
                id,
                new SpendFacts(id, head.kind(), head.wallet(), parts.getOrDefault(id, List.of()), head.returned())));
    }

    private static EntryDraft.Allocation allocation(ResultSet row) throws SQLException {
        return new EntryDraft.Allocation(
                Rows.id(row, "lot_id"),
                LotState.valueOf(row.getString("from_state")),
                LotState.valueOf(row.getString("to_state")),
                row.getLong("points"));
    }

    private static LotFacts.GrantFacts grant(ResultSet row) throws SQLException {
        return new LotFacts.GrantFacts(
                EntryKind.valueOf(row.getString("kind")),
                row.getLong("granted_points"),
                row.getLong("expired_points"),
                row.getLong("taken_points"),
                Rows.optionalId(row, "reinstates"),
                Rows.instant(row, "dated_at"));
    }

    private void readAllOpen(List<WalletCode> wallets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL_OPEN)) {
            new Rows.Binder(connection, statement).value(member.value()).column("text", wallets, WalletCode::value);
            ResultSet open = statement.executeQuery();
            while (open.next()) {
                add(open, Optional.empty());
            }
        }
    }

    /** A lot that is named and usable as well is kept as named. */
    private void add(ResultSet row, Optional<LotFacts.GrantFacts> grant) throws SQLException {
        UUID id = Rows.id(row, "lot_id");
        LotFacts facts = new LotFacts(
                id,
                Rows.wallet(row),
                row.getLong("pending_points"),
                row.getLong("active_points"),
                row.getLong("held_points") - row.getLong("blocked_points"),
                row.getLong("blocked_points"),
                Rows.dates(row),
                grant);
        lots.putIfAbsent(id, facts);
    }
}
