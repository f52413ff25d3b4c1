package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.webhooks.core.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
        Optional<String> named = status.map(Delivery.Status::name);
        return withLogs(store.sql(OF_ENDPOINT)
                .id(endpoint)
                .id(after.orElse(LAST_ID))
                .text(named)
                .text(named)
                .number(limit)
                .all(DeliveryLog::delivery));
    }

    public Optional<Delivery> find(UUID delivery) {
        return withLogs(store.sql(ONE).id(delivery).all(DeliveryLog::delivery)).stream()
                .findFirst();
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.id("delivery_id"),
                row.id("endpoint_id"),
                row.id("event_id"),
                row.text("type"),
                Delivery.Status.valueOf(row.text("status")),
                row.integer("attempts"),
                row.instant("due_at"),
                row.optionalText("body"),
                List.of());
    }

    private List<Delivery> withLogs(List<Delivery> bare) {
        Map<UUID, List<Delivery.Attempt>> attempts = new HashMap<>();
        store.sql(ATTEMPTS)
                .ids(bare.stream().map(Delivery::id).toList())
                .all(row -> attempts.computeIfAbsent(row.id("delivery_id"), any -> new ArrayList<>())
                        .add(attempt(row)));
        return bare.stream()
                .map(one -> one.withLog(attempts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Delivery.Attempt attempt(Row row) throws SQLException {
        return new Delivery.Attempt(
                row.integer("no"),
                row.instant("sent_at"),
                row.integer("millis"),
                row.optionalInteger("http_status"),
                row.optionalText("trouble"));
    }
}
