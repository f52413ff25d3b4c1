package io.steadfast.platform.settings.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The settings' table. */
@ApplicationScoped
public class SettingRows {

    private static final String ALL = "SELECT name, value FROM setting ORDER BY name LIMIT 5000";
    private static final String KEEP = "INSERT INTO setting (name, value, changed_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at";

    @Inject
    private TenantStore store;

    /** Joins the transaction under way, or opens one. */
    @Transactional
    public Map<String, String> all() {
        try (PreparedStatement statement = store.connection().prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            Map<String, String> all = new HashMap<>();
            while (row.next()) {
                all.put(row.getString(1), row.getString(2));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("The settings can't be read", failure);
        }
    }

    @Transactional
    public void keep(String name, String value, Instant at) {
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A setting can't be kept", failure);
        }
    }
}
