package io.steadfast.ledger.store;

import io.steadfast.ledger.core.CanonicalBytes;
import io.steadfast.ledger.core.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Seals: who changes the books later, and all hashes with them, can't change what was sealed and told before. */
public final class SealStore {

    /** The last entry has the highest id: nothing is unsealed while the last seal has seen it. */
    private static final String LAST = """
            SELECT (SELECT sealed_at FROM seal ORDER BY seal_no DESC LIMIT 1) AS sealed_at,
                   (SELECT entry_id FROM entry ORDER BY entry_id DESC LIMIT 1) AS last_entry,
                   (SELECT last_entry FROM seal ORDER BY seal_no DESC LIMIT 1) AS last_sealed
            """;

    /** One node seals at a time. */
    private static final String BEGIN = """
            SELECT pg_try_advisory_xact_lock(hashtext('steadfast seal'), hashtext(current_schema())) AS alone,
                   (SELECT entry_id FROM entry ORDER BY entry_id DESC LIMIT 1) AS last_entry
            """;

    /** A seal that reached its limit hasn't seen the last entry: the next one goes on. */
    private static final String SEAL = """
            INSERT INTO seal_head (seal_no, member_id, chain_seq, chain_head)
            SELECT coalesce((SELECT max(seal_no) FROM seal), 0) + 1, s.member_id, s.chain_seq, s.chain_head
            FROM standing s
            WHERE s.chain_seq > coalesce((SELECT max(h.chain_seq) FROM seal_head h WHERE h.member_id = s.member_id), 0)
            ORDER BY s.member_id LIMIT ?;
            INSERT INTO seal (seal_no, sealed_at, members, last_entry, previous_root, root)
            SELECT h.seal_no, ?, count(*),
                   CASE WHEN count(*) < ? THEN ?::uuid ELSE '00000000-0000-0000-0000-000000000000' END, p.root,
                   sha256(p.root || string_agg(
                       ledger_bytes(h.member_id::text, h.chain_seq::text, encode(h.chain_head, 'hex')), ''::bytea
                       ORDER BY h.member_id))
            FROM seal_head h
            CROSS JOIN (SELECT coalesce((SELECT root FROM seal ORDER BY seal_no DESC LIMIT 1), ?) AS root) p
            WHERE h.seal_no = coalesce((SELECT max(seal_no) FROM seal), 0) + 1
            GROUP BY h.seal_no, p.root
            RETURNING seal_no, sealed_at, members, encode(root, 'hex') AS root
            """;

    private SealStore() {}

    /** What has been sealed, and whether entries came since. */
    public record Sealed(Optional<Instant> lastAt, boolean moreSince) {}

    public static Sealed last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST);
                ResultSet row = statement.executeQuery()) {
            row.next();
            boolean more = Rows.optionalId(row, "last_entry").isPresent()
                    && !Rows.optionalId(row, "last_entry").equals(Rows.optionalId(row, "last_sealed"));
            return new Sealed(Rows.optionalInstant(row, "sealed_at"), more);
        }
    }

    /**
     * Seals up to so many members' chains; empty when none has moved.
     *
     * @param most so that no seal takes longer than a moment
     */
    public static Optional<Seal> seal(Connection connection, Instant at, int most) throws SQLException {
        Optional<UUID> lastEntry;
        try (PreparedStatement statement = connection.prepareStatement(BEGIN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            lastEntry = row.getBoolean("alone") ? Rows.optionalId(row, "last_entry") : Optional.empty();
        }
        if (lastEntry.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            new Rows.Binder(connection, statement)
                    .value(most)
                    .value(at)
                    .value(most)
                    .value(lastEntry.get())
                    .value(CanonicalBytes.nothingBefore());
            statement.execute();
            ResultSet row = Rows.nextResult(statement);
            return row.next()
                    ? Optional.of(new Seal(
                            row.getLong("seal_no"),
                            Rows.instant(row, "sealed_at"),
                            row.getLong("members"),
                            row.getString("root")))
                    : Optional.empty();
        }
    }
}
