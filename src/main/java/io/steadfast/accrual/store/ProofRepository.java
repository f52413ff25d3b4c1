package io.steadfast.accrual.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads proofs back. */
@Dependent
public class ProofRepository {

    private static final String OF_ENTRY =
            "SELECT kind, program, version, document::text AS document FROM proof WHERE entry_id = ? AND member_id = ?";

    private static final String OF_ENTRIES = "SELECT entry_id, kind, program, version, document::text AS document"
            + " FROM proof WHERE entry_id = ANY (?) AND member_id = ?";

    private static final String SKIPPED = "SELECT kind, program, version, document::text AS document"
            + " FROM proof WHERE receipt_id = ? AND member_id = ? AND kind = 'SKIP' ORDER BY program, rule NULLS FIRST LIMIT 1000";

    /**
     * Parameters: member, how many, member, how many, how many. The newest receipt says how
     * an order stands; what an earlier one gave may stand unchanged.
     */
    private static final String GAVE_NOTHING = """
            SELECT e.at, e.subject, p.kind, p.program, p.version, p.document::text AS document
            FROM (SELECT * FROM (
                      SELECT activity_id AS id, occurred_at AS at, source || ' / ' || reference AS subject, receipt_id FROM activity
                       WHERE member_id = ? ORDER BY occurred_at DESC LIMIT ?) acts
                  UNION ALL
                  SELECT o.order_id, o.at, o.subject, r.receipt_id
                  FROM (SELECT order_id, occurred_at AS at, source || ' / ' || reference AS subject FROM purchase_order
                         WHERE member_id = ? ORDER BY occurred_at DESC LIMIT ?) o
                  CROSS JOIN LATERAL (SELECT receipt_id FROM receipt WHERE subject_id = o.order_id
                                       ORDER BY receipt_id DESC LIMIT 1) r) e
            JOIN proof p ON p.receipt_id = e.receipt_id AND p.kind = 'SKIP'
            WHERE NOT EXISTS (SELECT 1 FROM receipt gr JOIN proof g ON g.receipt_id = gr.receipt_id
                               WHERE gr.subject_id = e.id AND g.kind = 'GRANT')
            ORDER BY e.at DESC, e.subject, p.program, p.rule NULLS FIRST LIMIT ?
            """;

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** The proof of a member's entry; empty for an entry of nobody's or another member's. */
    public Optional<StoredProof> ofEntry(MemberId member, UUID entry) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_ENTRY)) {
            new Bindings(statement).id(entry).id(member.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(proof(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** The proofs of several entries of a member, by entry; what has none is left out. One round trip. */
    public Map<UUID, StoredProof> ofEntries(MemberId member, Collection<UUID> entries) {
        Connection connection = store.connection();
        try (PreparedStatement statement = connection.prepareStatement(OF_ENTRIES)) {
            statement.setArray(1, connection.createArrayOf("uuid", entries.toArray()));
            statement.setObject(2, member.value());
            try (ResultSet row = statement.executeQuery()) {
                Map<UUID, StoredProof> found = new HashMap<>();
                while (row.next()) {
                    found.put(row.getObject("entry_id", UUID.class), proof(row));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** The proofs of rules that gave nothing, of a member's receipt; at most 1,000. */
    public List<StoredProof> skipped(MemberId member, UUID receipt) {
        return store.ask(
                        List.of(SKIPPED),
                        (statement, first) -> new Bindings(statement, first)
                                .id(receipt)
                                .id(member.value())
                                .next(),
                        results -> {
                            List<StoredProof> found = new ArrayList<>();
                            ResultSet row = results.rows();
                            while (row.next()) {
                                found.add(proof(row));
                            }
                            return found;
                        })
                .get();
    }

    /**
     * The proofs of what lately happened and gave nothing at all, the latest first.
     *
     * @param most orders and activities that are looked at of each, and proofs
     */
    public List<Subject> gaveNothing(MemberId member, int most) {
        try (PreparedStatement statement = store.connection().prepareStatement(GAVE_NOTHING)) {
            new Bindings(statement)
                    .id(member.value())
                    .number(most)
                    .id(member.value())
                    .number(most)
                    .number(most);
            List<Subject> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Subject(row.getString("subject"), proof(row)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** An order or activity, as {@code source / reference}, and why one rule gave it nothing. */
    public record Subject(String name, StoredProof proof) {}

    static StoredProof proof(ResultSet row) throws SQLException {
        return new StoredProof(
                Proof.Kind.valueOf(row.getString("kind")),
                new ProgramCode(row.getString("program")),
                row.getInt("version"),
                row.getString("document"));
    }

    /** The value a proof was written from. */
    public <T> T read(StoredProof proof, Class<T> type) {
        return documents.read(proof.document(), type);
    }
}
