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
