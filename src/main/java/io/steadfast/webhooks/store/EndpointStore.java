package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.SecretBox;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
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
            + " notice_channel, endpoint_id, secret, secret_key, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE webhook_endpoint SET url = ?, description = ?, event_types = ?,"
            + " status = ?, notice_channel = ?, version = version + 1 WHERE endpoint_id = ?";
    private static final String ROTATE = "UPDATE webhook_endpoint SET former_secret = secret,"
            + " former_secret_key = secret_key, former_secret_ends = ?, secret = ?, secret_key = ?, version = version + 1"
            + " WHERE endpoint_id = ?";
    private static final String DROP_WAITING =
            "UPDATE webhook_delivery SET status = 'DEAD' WHERE endpoint_id = ? AND status = 'PENDING'";
    private static final String DELETE = "DELETE FROM webhook_endpoint WHERE endpoint_id = ?";

    @Inject
    private TenantStore store;

    @Inject
    private SecretBox box;

    /** In the order they were made. */
    public List<Endpoint> all(int limit) {
        return store.sql(ALL).number(limit).all(EndpointStore::endpoint);
    }

    public Optional<Endpoint> find(UUID id) {
        return store.sql(ONE).id(id).one(EndpointStore::endpoint);
    }

    /** The endpoint, held until the transaction ends. */
    public Optional<Endpoint> lock(UUID id) {
        return store.sql(LOCKED).id(id).one(EndpointStore::endpoint);
    }

    public void add(UUID id, EndpointWish wish, byte[] secret, Instant now) {
        SecretBox.Sealed sealed = box.seal(secret, id.toString());
        wish(store.sql(INSERT), wish)
                .id(id)
                .bytes(sealed.bytes())
                .text(sealed.keyId())
                .instant(now)
                .run();
    }

    public void change(UUID id, EndpointWish wish) {
        wish(store.sql(UPDATE), wish).id(id).run();
    }

    /** @param until real time to which the former secret signs beside the new one */
    public void rotate(UUID id, byte[] secret, Instant until) {
        SecretBox.Sealed sealed = box.seal(secret, id.toString());
        store.sql(ROTATE)
                .instant(until)
                .bytes(sealed.bytes())
                .text(sealed.keyId())
                .id(id)
                .run();
    }

    /** Its log stays; what still waited is given up. */
    public void remove(UUID id) {
        store.sql(DROP_WAITING).id(id).run();
        store.sql(DELETE).id(id).run();
    }

    private static BoundStatement wish(BoundStatement statement, EndpointWish wish) {
        return statement
                .text(wish.url())
                .text(wish.description())
                .text(String.join(",", new TreeSet<>(wish.types())))
                .text(wish.status().name())
                .truth(wish.noticeChannel());
    }

    private static Endpoint endpoint(Row row) throws SQLException {
        String types = row.text("event_types");
        return new Endpoint(
                row.id("endpoint_id"),
                row.text("url"),
                row.text("description"),
                types.isEmpty() ? Set.of() : Set.of(types.split(",", -1)),
                Endpoint.Status.valueOf(row.text("status")),
                row.truth("notice_channel"),
                row.instant("created_at"),
                row.number("version"));
    }
}
