package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tenants as operators list them, page by page. */
@ApplicationScoped
public class TenantRegister {

    private static final String LIST = TenantDirectory.COLUMNS_AND_AGE + """
             WHERE status <> 'PROVISIONING' AND slug > ? AND (strpos(slug, ?) > 0 OR strpos(lower(name), ?) > 0)
               AND CASE ? WHEN 'LIVE' THEN clock_now IS NULL WHEN 'SANDBOX' THEN clock_now IS NOT NULL
                          WHEN 'CLOSED' THEN status <> 'ACTIVE' ELSE true END
             ORDER BY slug LIMIT ?
            """;
    private static final String FIND = TenantDirectory.COLUMNS_AND_AGE + " WHERE status <> 'PROVISIONING' AND slug = ?";

    @Inject
    private ControlStore control;

    @Inject
    private TenantDirectory directory;

    @Inject
    private CodeVersion code;

    /** Which of them. */
    public enum Sort {
        ALL,
        LIVE,
        SANDBOX,
        /** Suspended, or marked for deletion. */
        CLOSED
    }

    /**
     * Which tenants are wanted.
     *
     * @param text a part of the slug or the name; empty for all
     * @param after the last of the page before
     */
    public record Wanted(String text, Sort sort, Optional<TenantSlug> after) {}

    /**
     * A tenant and its schema.
     *
     * @param schemaVersion highest migration and their number, as in {@code 186.42}
     * @param createdAt real time
     */
    public record Entry(Tenant tenant, String schemaVersion, Instant createdAt) {}

    /** By slug. */
    public List<Entry> page(Wanted wanted, int limit) {
        String text = wanted.text().strip().toLowerCase(Locale.ROOT);
        return control.call(connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setString(1, wanted.after().map(TenantSlug::value).orElse(""));
                statement.setString(2, text);
                statement.setString(3, text);
                statement.setString(4, wanted.sort().name());
                statement.setInt(5, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                }
            }
            return entries;
        });
    }

    public Optional<Entry> find(TenantSlug slug) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, slug.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(entry(row)) : Optional.empty();
                }
            }
        });
    }

    /** The version this program brings every schema to. */
    public String codeVersion() {
        try {
            return code.schemaVersion().toString();
        } catch (SQLException failure) {
            throw new ControlStore.ControlFailure(failure);
        }
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                directory.tenant(row),
                row.getString("schema_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
