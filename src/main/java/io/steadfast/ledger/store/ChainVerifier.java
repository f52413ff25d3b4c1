package io.steadfast.ledger.store;

import io.steadfast.ledger.core.TamperedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Holds every row of the books against its check, every entry against its hash, every chain against its head and every
 * seal against its root, and names the first that doesn't fit. The hashes are computed by the database, in the byte form
 * that the application writes.
 */
public final class ChainVerifier {

    private static final String LEGS = """
            SELECT 'leg' AS what, entry_id || ' ' || no AS key, 'the row was changed' AS problem
            FROM leg
            WHERE mark IS DISTINCT FROM substring(sha256(
                ledger_bytes(entry_id::text, no::text, account, points::text)) FOR 8)
            ORDER BY entry_id, no LIMIT 1
            """;

    private static final String LOTS = """
            SELECT 'lot' AS what, lot_id::text AS key, 'the row was changed' AS problem
            FROM lot
            WHERE mark IS DISTINCT FROM substring(sha256(ledger_bytes(
                lot_id::text, member_id::text, wallet, granted_points::text,
                (extract(epoch FROM activity_at) * 1000000)::bigint::text,
                (extract(epoch FROM activates_at) * 1000000)::bigint::text,
                (extract(epoch FROM expires_at) * 1000000)::bigint::text, funder, reinstates::text)) FOR 8)
            ORDER BY lot_id LIMIT 1
            """;

    private static final String CHANGES = """
            SELECT 'lot_change' AS what, entry_id || ' ' || no AS key, 'the row was changed' AS problem
            FROM lot_change
            WHERE mark IS DISTINCT FROM substring(sha256(ledger_bytes(
                entry_id::text, no::text, lot_id::text, (extract(epoch FROM activates_at) * 1000000)::bigint::text,
                (extract(epoch FROM expires_at) * 1000000)::bigint::text)) FOR 8)
            ORDER BY entry_id, no LIMIT 1
            """;

    private static final String ALLOCATIONS = """
            SELECT 'allocation' AS what, entry_id || ' ' || no AS key, 'the row was changed' AS problem
            FROM allocation
            WHERE mark IS DISTINCT FROM substring(sha256(ledger_bytes(
                entry_id::text, no::text, lot_id::text, from_state, to_state, points::text)) FOR 8)
            ORDER BY entry_id, no LIMIT 1
            """;

    private static final String ENTRIES = """
            WITH chained AS (
                SELECT e.*, lag(e.hash) OVER chain AS hash_before, row_number() OVER chain AS place
                FROM entry e
                WINDOW chain AS (PARTITION BY e.member_id ORDER BY e.seq)
            )
            SELECT 'entry' AS what, e.entry_id::text AS key,
                   CASE WHEN e.seq <> e.place THEN 'an entry before it is missing'
                        WHEN e.previous_hash <> coalesce(e.hash_before, decode(repeat('00', 32), 'hex'))
                            THEN 'it does not follow the entry before it'
                        ELSE 'the entry was changed, or one of its rows added or removed' END AS problem
            FROM chained e
            LEFT JOIN lot l ON l.lot_id = e.entry_id
            WHERE e.seq <> e.place
               OR e.previous_hash <> coalesce(e.hash_before, decode(repeat('00', 32), 'hex'))
               OR e.hash <> sha256(e.previous_hash
                || ledger_bytes(e.entry_id::text, e.member_id::text, e.seq::text, e.wallet, e.kind, e.pending_points::text,
                    e.active_points::text, e.held_points::text, e.debt_points::text, e.lifetime_points::text,
                    e.forgiven_points::text, (extract(epoch FROM e.effective_at) * 1000000)::bigint::text,
                    to_char(e.posting_date, 'YYYY-MM-DD'), (extract(epoch FROM e.recorded_at) * 1000000)::bigint::text,
                    e.origin_kind, e.origin_code, e.origin_version::text, e.rule, e.actor_kind, e.actor_id, e.reason,
                    e.source, e.reference, e.receipt_id::text, e.reverses::text)
                || coalesce((SELECT string_agg(ledger_bytes(g.entry_id::text, g.no::text, g.account, g.points::text),
                    ''::bytea ORDER BY g.no) FROM leg g WHERE g.entry_id = e.entry_id), ''::bytea)
                || CASE WHEN l.lot_id IS NULL THEN ''::bytea ELSE ledger_bytes(l.lot_id::text, l.member_id::text, l.wallet,
                    l.granted_points::text, (extract(epoch FROM l.activity_at) * 1000000)::bigint::text,
                    (extract(epoch FROM l.activates_at) * 1000000)::bigint::text,
                    (extract(epoch FROM l.expires_at) * 1000000)::bigint::text, l.funder, l.reinstates::text) END
                || coalesce((SELECT string_agg(ledger_bytes(c.entry_id::text, c.no::text, c.lot_id::text,
                    (extract(epoch FROM c.activates_at) * 1000000)::bigint::text,
                    (extract(epoch FROM c.expires_at) * 1000000)::bigint::text),
                    ''::bytea ORDER BY c.no) FROM lot_change c WHERE c.entry_id = e.entry_id), ''::bytea)
                || coalesce((SELECT string_agg(ledger_bytes(a.entry_id::text, a.no::text, a.lot_id::text, a.from_state,
                    a.to_state, a.points::text), ''::bytea ORDER BY a.no)
                    FROM allocation a WHERE a.entry_id = e.entry_id), ''::bytea))
            ORDER BY e.recorded_at, e.member_id, e.seq LIMIT 1
            """;

    private static final String HEADS = """
            SELECT 'standing' AS what, s.member_id::text AS key, 'it is not the head of its chain' AS problem
            FROM standing s
            LEFT JOIN LATERAL (
                SELECT seq, hash FROM entry WHERE member_id = s.member_id ORDER BY seq DESC LIMIT 1) e ON true
            WHERE s.chain_seq <> coalesce(e.seq, 0)
               OR s.chain_head <> coalesce(e.hash, decode(repeat('00', 32), 'hex'))
            ORDER BY s.member_id LIMIT 1
            """;

    private static final String SEALED_HEADS = """
            SELECT 'seal_head' AS what, h.seal_no || ' ' || h.member_id AS key,
                   'the sealed entry is not there any more as it was' AS problem
            FROM seal_head h
            LEFT JOIN entry e ON e.member_id = h.member_id AND e.seq = h.chain_seq
            WHERE e.hash IS DISTINCT FROM h.chain_head
            ORDER BY h.seal_no, h.member_id LIMIT 1
            """;

    private static final String SEALS = """
            WITH chained AS (
                SELECT s.*, coalesce(lag(s.root) OVER (ORDER BY s.seal_no), decode(repeat('00', 32), 'hex')) AS root_before
                FROM seal s
            )
            SELECT 'seal' AS what, s.seal_no::text AS key, 'its root does not fit its heads or the seal before' AS problem
            FROM chained s
            WHERE s.previous_root <> s.root_before
               OR s.root IS DISTINCT FROM (
                SELECT sha256(s.previous_root || string_agg(
                    ledger_bytes(h.member_id::text, h.chain_seq::text, encode(h.chain_head, 'hex')), ''::bytea
                    ORDER BY h.member_id))
                FROM seal_head h WHERE h.seal_no = s.seal_no)
            ORDER BY s.seal_no LIMIT 1
            """;

    private ChainVerifier() {}

    /** The first row that doesn't fit; empty when all do. */
    public static Optional<TamperedRow> firstTampered(Connection connection) throws SQLException {
        for (String check : List.of(LEGS, LOTS, CHANGES, ALLOCATIONS, ENTRIES, HEADS, SEALED_HEADS, SEALS)) {
            try (PreparedStatement statement = connection.prepareStatement(check);
                    ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return Optional.of(
                            new TamperedRow(row.getString("what"), row.getString("key"), row.getString("problem")));
                }
            }
        }
        return Optional.empty();
    }
}
