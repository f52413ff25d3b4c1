package io.steadfast.tills.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.tills.core.Till;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registered tills. */
@ApplicationScoped
public class TillRows {

    private static final int MOST = 500;
    private static final String COLUMNS =
            "SELECT till_id, store, name, source, registered_at, registered_by, last_used_at, retired_at,"
                    + " locked_until FROM till";
    private static final String ADD = "INSERT INTO till"
            + " (till_id, store, name, source, secret_hash, registered_at, registered_by) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String BY_SECRET = COLUMNS + " WHERE secret_hash = ?";
    private static final String ONE = COLUMNS + " WHERE till_id = ?";
    private static final String ALL = COLUMNS + " ORDER BY retired_at NULLS FIRST, store, name, till_id LIMIT " + MOST;
    private static final String USED = "UPDATE till SET last_used_at = ? WHERE till_id = ?";
    private static final String RETIRE = "UPDATE till SET retired_at = ? WHERE till_id = ? AND retired_at IS NULL";

    @Inject
    private TenantStore store;

    public void add(Till till, byte[] secretHash) {
        run(
                ADD,
                till.id(),
                till.store(),
                till.name(),
                till.source(),
                secretHash,
                till.registeredAt().atOffset(ZoneOffset.UTC),
                till.registeredBy());
    }

    public Optional<Till> bySecret(byte[] secretHash) {
        return rows(BY_SECRET, (Object) secretHash).stream().findFirst();
    }

    public Optional<Till> find(UUID id) {
        return rows(ONE, id).stream().findFirst();
    }

    /** Those that stand first; at most {@value #MOST}. */
    public List<Till> all() {
        return rows(ALL);
    }

    public void used(UUID id, Instant at) {
        run(USED, at.atOffset(ZoneOffset.UTC), id);
    }

    public void retire(UUID id, Instant at) {
        run(RETIRE, at.atOffset(ZoneOffset.UTC), id);
    }

    private void run(String sql, Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A till can't be kept", failure);
        }
    }

    private List<Till> rows(String sql, Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            List<Till> tills = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tills.add(new Till(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            instant(row, 5).orElseThrow(),
                            row.getString(6),
                            instant(row, 7),
                            instant(row, 8),
                            instant(row, 9)));
                }
            }
            return tills;
        } catch (SQLException failure) {
            throw new IllegalStateException("Tills can't be read", failure);
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
