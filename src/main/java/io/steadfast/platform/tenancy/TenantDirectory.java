package io.steadfast.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every tenant there is, read from the control schema. */
@ApplicationScoped
public class TenantDirectory {

    /** A suspended tenant is turned away on every node within 5 s; half of it leaves room for a slow read. */
    private static final Duration FRESH = Duration.ofMillis(2500);

    private static final int LIMIT = 2000;

    private static final String EACH =
            "SELECT slug, name, status, schema_name, role_name, zone, currency, locale," + " clock_now, schema_version";

    private static final String COLUMNS = EACH + " FROM tenant";

    /** What {@link #tenant} reads, and when it was made. */
    static final String COLUMNS_AND_AGE = EACH + ", created_at FROM tenant";

    private static final String FIND = COLUMNS + " WHERE slug = ?";

    private static final String ACTIVE = "SELECT slug FROM tenant WHERE status = 'ACTIVE' ORDER BY slug LIMIT " + LIMIT;

    private final Cache<TenantSlug, Tenant> live =
            Caffeine.newBuilder().maximumSize(LIMIT).expireAfterWrite(FRESH).build();

    @Inject
    private ControlStore control;

    @Inject
    private CodeVersion code;

    /** The tenant of this slug, whatever its status. A sandbox is read anew each time: its clock must never be a stale one. */
    public Optional<Tenant> find(TenantSlug slug) {
        Tenant known = live.getIfPresent(slug);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Tenant> found = control.call(connection -> read(connection, slug));
        found.filter(tenant -> !tenant.sandbox()).ifPresent(tenant -> live.put(slug, tenant));
        return found;
    }

    /** The slugs of all active tenants, in order; at most {@value #LIMIT}, four times what one database server is meant to hold. */
    public List<TenantSlug> active() {
        return control.call(connection -> {
            List<TenantSlug> slugs = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(ACTIVE);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    slugs.add(new TenantSlug(rows.getString(1)));
                }
            }
            return slugs;
        });
    }

    /** Forgets what this node remembers of the tenant, after a change made here. */
    public void forget(TenantSlug slug) {
        live.invalidate(slug);
    }

    private Optional<Tenant> read(Connection connection, TenantSlug slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, slug.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(tenant(row)) : Optional.empty();
            }
        }
    }

    /** The tenant of a row. */
    Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantSlug(row.getString("slug")),
                row.getString("name"),
                status(row),
                row.getString("schema_name"),
                row.getString("role_name"),
                ZoneId.of(row.getString("zone")),
                Currency.getInstance(row.getString("currency")),
                Locale.forLanguageTag(row.getString("locale")),
                Optional.ofNullable(row.getObject("clock_now", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private TenantStatus status(ResultSet row) throws SQLException {
        TenantStatus stored = TenantStatus.valueOf(row.getString("status"));
        boolean lags = SchemaVersion.parse(row.getString("schema_version")).isOlderThan(code.schemaVersion());
        return stored == TenantStatus.ACTIVE && lags ? TenantStatus.MIGRATING : stored;
    }
}
