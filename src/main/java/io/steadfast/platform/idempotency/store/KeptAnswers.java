package io.steadfast.platform.idempotency.store;

import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code idempotency}. Claims wait for a claim of the same key under way, at most five seconds. */
@ApplicationScoped
public class KeptAnswers {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    // Three statements, one round trip: the limit holds for this claim alone, not for the business locks behind it.
    private static final String CLAIM = """
            SET LOCAL lock_timeout = '5s';
            INSERT INTO idempotency (key, request_hash, claimed_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING;
            SET LOCAL lock_timeout = 0
            """;

    private static final String FIND =
            "SELECT request_hash, status, headers, body, secret_of, member_id FROM idempotency WHERE key = ?";

    private static final String COMPLETE =
            "UPDATE idempotency SET status = ?, headers = ?, body = ?, secret_of = ?, member_id = ? WHERE key = ?";

    @Inject
    private TenantStore store;

    /** What a claim of a key came to. */
    public enum Claim {
        OURS,
        TAKEN,
        /** The first call is still at work. */
        UNDER_WAY
    }

    /**
     * A kept answer as it stands in its row.
     *
     * @param status null where the answer went with an erased member
     */
    public record Row(
            byte[] requestHash,
            @Nullable Integer status,
            @Nullable String headers,
            byte @Nullable [] body,
            @Nullable String secretOf,
            @Nullable UUID memberId) {}

    /** Takes the key for this transaction. After {@link Claim#UNDER_WAY} the transaction is of no more use. */
    public Claim claim(String key, byte[] requestHash, Instant at) {
        Connection connection = store.connection();
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, key);
            statement.setBytes(2, requestHash);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount() == 1 ? Claim.OURS : Claim.TAKEN;
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                return Claim.UNDER_WAY;
            }
            throw new IllegalStateException("The key can't be claimed", failure);
        }
    }

    public Optional<Row> find(String key) {
        try (PreparedStatement statement = store.connection().prepareStatement(FIND)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The kept answer can't be read", failure);
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getBytes("request_hash"),
                rows.getObject("status", Integer.class),
                rows.getString("headers"),
                rows.getBytes("body"),
                rows.getString("secret_of"),
                rows.getObject("member_id", UUID.class));
    }

    /** Puts the answer to the key that this transaction has claimed. */
    public void complete(String key, Row answer) {
        Asked.Reading<Boolean> claimed = results -> {
            if (results.changed() != 1) {
                throw new IllegalStateException("An answer without its claim");
            }
            return true;
        };
        store.ask(
                List.of(COMPLETE),
                (statement, first) -> {
                    statement.setObject(first, answer.status());
                    statement.setString(first + 1, answer.headers());
                    statement.setBytes(first + 2, answer.body());
                    statement.setString(first + 3, answer.secretOf());
                    statement.setObject(first + 4, answer.memberId());
                    statement.setString(first + 5, key);
                    return first + 6;
                },
                claimed);
    }

    /** Takes away every kept answer that holds personal fields of this member; a repeat is told so. */
    public void forget(UUID memberId) {
        try (PreparedStatement statement = store.connection()
                .prepareStatement(
                        "UPDATE idempotency SET status = NULL, headers = NULL, body = NULL WHERE member_id = ?")) {
            statement.setObject(1, memberId);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Kept answers can't be erased", failure);
        }
    }

    /** What this tenant's request hashes are keyed with; never changes. */
    public String hashKey() {
        try (PreparedStatement statement =
                        store.connection().prepareStatement("SELECT secret FROM idempotency_hash_key WHERE id = 1");
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("The tenant has no key for its hashes");
            }
            return rows.getString("secret");
        } catch (SQLException failure) {
            throw new IllegalStateException("The key for hashes can't be read", failure);
        }
    }
}
