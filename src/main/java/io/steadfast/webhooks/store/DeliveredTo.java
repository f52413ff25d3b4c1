package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Whose answer a delivery got. */
@ApplicationScoped
public class DeliveredTo {

    private static final String NOTICE_CHANNEL = """
            SELECT e.notice_channel FROM webhook_delivery d JOIN webhook_endpoint e ON e.endpoint_id = d.endpoint_id
             WHERE d.delivery_id = ?
            """;

    @Inject
    private TenantStore store;

    /** Whether the endpoint is marked as the tenant's notice channel. */
    public boolean toNoticeChannel(UUID delivery) {
        try (PreparedStatement statement = store.connection().prepareStatement(NOTICE_CHANNEL)) {
            statement.setObject(1, delivery);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
