package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.webhooks.core.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Deliveries with their attempts, read back. */
@ApplicationScoped
public class DeliveryLog {

    private static final UUID LAST_ID = new UUID(-1L, -1L);

    private static final String COLUMNS =
            "SELECT delivery_id, endpoint_id, event_id, type, status, attempts, due_at, body"
                    + " FROM webhook_delivery";
    private static final String OF_ENDPOINT =
            COLUMNS + " WHERE endpoint_id = ? AND delivery_id < ? AND (?::text IS NULL OR status = ?)"
                    + " ORDER BY delivery_id DESC LIMIT ?";
    private static final String ONE = COLUMNS + " WHERE delivery_id = ?";
    private static final String ATTEMPTS = "SELECT delivery_id, no, sent_at, millis, http_status, trouble"
            + " FROM webhook_attempt WHERE delivery_id = ANY (?) ORDER BY delivery_id, no DESC";

    @Inject
    private TenantStore store;

    /** A page of an endpoint's deliveries, the newest first. */
    public List<Delivery> page(UUID endpoint, Optional<Delivery.Status> status, Optional<UUID> after, int limit) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_ENDPOINT)) {
            statement.setObject(1, endpoint);
            statement.setObject(2, after.orElse(LAST_ID));
            statement.setString(3, status.map(Delivery.Status::name).orElse(null));
            statement.setString(4, status.map(Delivery.Status::name).orElse(null));
            statement.setInt(5, limit);
            return deliveries(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("The log of deliveries can't be read", failure);
        }
    }

    public Optional<Delivery> find(UUID delivery) {
        try (PreparedStatement statement = store.connection().prepareStatement(ONE)) {
            statement.setObject(1, delivery);
            return deliveries(statement).stream().findFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("The log of deliveries can't be read", failure);
        }
    }

    private List<Delivery> deliveries(PreparedStatement statement) throws SQLException {
        List<Delivery> bare = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                bare.add(new Delivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        Delivery.Status.valueOf(row.getString(5)),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(8)),
                        List.of()));
            }
        }
        Map<UUID, List<Delivery.Attempt>> attempts =
                attempts(bare.stream().map(Delivery::id).toList());
        return bare.stream()
                .map(one -> one.withLog(attempts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Delivery.Attempt>> attempts(List<UUID> deliveries) throws SQLException {
        Map<UUID, List<Delivery.Attempt>> attempts = new HashMap<>();
        try (PreparedStatement statement = store.connection().prepareStatement(ATTEMPTS)) {
            statement.setArray(1, store.connection().createArrayOf("uuid", deliveries.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    attempts.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(new Delivery.Attempt(
                                    row.getInt(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getInt(4),
                                    Optional.ofNullable(row.getObject(5, Integer.class)),
                                    Optional.ofNullable(row.getString(6))));
                }
            }
        }
        return attempts;
    }
}
