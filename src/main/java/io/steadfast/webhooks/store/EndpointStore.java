package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Rows of {@code webhook_endpoint}. */
@ApplicationScoped
public class EndpointStore {

    private static final String COLUMNS = "SELECT endpoint_id, url, description, event_types, status, notice_channel,"
            + " created_at, version FROM webhook_endpoint";
    private static final String ALL = COLUMNS + " ORDER BY endpoint_id LIMIT ?";
    private static final String LOCKED = COLUMNS + " WHERE endpoint_id = ? FOR UPDATE";
    private static final String ONE = COLUMNS + " WHERE endpoint_id = ?";
    private static final String INSERT = "INSERT INTO webhook_endpoint (url, description, event_types, status,"
            + " notice_channel, endpoint_id, secret, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE webhook_endpoint SET url = ?, description = ?, event_types = ?,"
            + " status = ?, notice_channel = ?, version = version + 1 WHERE endpoint_id = ?";
    private static final String ROTATE = "UPDATE webhook_endpoint SET former_secret = secret, former_secret_ends = ?,"
            + " secret = ?, version = version + 1 WHERE endpoint_id = ?";
    private static final String DROP_WAITING =
            "UPDATE webhook_delivery SET status = 'DEAD' WHERE endpoint_id = ? AND status = 'PENDING'";
    private static final String DELETE = "DELETE FROM webhook_endpoint WHERE endpoint_id = ?";

    @Inject
    private TenantStore store;

    /** In the order they were made. */
    public List<Endpoint> all(int limit) {
        return read(ALL, limit);
    }

    public Optional<Endpoint> find(UUID id) {
        return read(ONE, id).stream().findFirst();
    }

    /** The endpoint, held until the transaction ends. */
    public Optional<Endpoint> lock(UUID id) {
        return read(LOCKED, id).stream().findFirst();
    }

    public void add(UUID id, EndpointWish wish, byte[] secret, Instant now) {
        run(INSERT, statement -> {
            wish(statement, wish);
            statement.setObject(6, id);
            statement.setBytes(7, secret);
            statement.setObject(8, now.atOffset(ZoneOffset.UTC));
        });
    }

    public void change(UUID id, EndpointWish wish) {
        run(UPDATE, statement -> {
            wish(statement, wish);
            statement.setObject(6, id);
        });
    }

    /** @param until real time to which the former secret signs beside the new one */
    public void rotate(UUID id, byte[] secret, Instant until) {
        run(ROTATE, statement -> {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setBytes(2, secret);
            statement.setObject(3, id);
        });
    }

    /** Its log stays; what still waited is given up. */
    public void remove(UUID id) {
        run(DROP_WAITING, statement -> statement.setObject(1, id));
        run(DELETE, statement -> statement.setObject(1, id));
    }

    private static void wish(PreparedStatement statement, EndpointWish wish) throws SQLException {
        statement.setString(1, wish.url());
        statement.setString(2, wish.description());
        statement.setString(3, String.join(",", new TreeSet<>(wish.types())));
        statement.setString(4, wish.status().name());
        statement.setBoolean(5, wish.noticeChannel());
    }

    private List<Endpoint> read(String sql, Object value) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                List<Endpoint> read = new ArrayList<>();
                while (row.next()) {
                    read.add(endpoint(row));
                }
                return read;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Webhook endpoints can't be read", failure);
        }
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        String types = row.getString(4);
        return new Endpoint(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                types.isEmpty() ? Set.of() : Set.of(types.split(",", -1)),
                Endpoint.Status.valueOf(row.getString(5)),
                row.getBoolean(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getLong(8));
    }

    /** Fills a statement. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Filling filling) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A webhook endpoint can't be written", failure);
        }
    }
}
