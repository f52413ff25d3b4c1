package io.steadfast.accrual.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads proofs back. */
@Dependent
public class ProofRepository {

    private static final String OF_ENTRY =
            "SELECT kind, program, version, document::text AS document FROM proof WHERE entry_id = ? AND member_id = ?";

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** The proof of a member's entry; empty for an entry of nobody's or another member's. */
    public Optional<StoredProof> ofEntry(MemberId member, UUID entry) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_ENTRY)) {
            new Bindings(statement).id(entry).id(member.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredProof(
                                Proof.Kind.valueOf(row.getString("kind")),
                                new ProgramCode(row.getString("program")),
                                row.getInt("version"),
                                row.getString("document")))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** The value a proof was written from. */
    public <T> T read(StoredProof proof, Class<T> type) {
        return documents.read(proof.document(), type);
    }
}
