package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes, migrates and removes the schemas of tenants. The operators' side is its only caller. */
@ApplicationScoped
public class TenantSchemas {

    private static final String INSERT =
            "INSERT INTO tenant (slug, name, status, schema_name, role_name, zone, currency,"
                    + " locale, clock_now, schema_version, created_at)"
                    + " VALUES (?, ?, 'PROVISIONING', ?, ?, ?, ?, ?, ?, '0.0', ?) ON CONFLICT (slug) DO NOTHING";

    private static final String VERSIONS =
            "SELECT slug, schema_name, schema_version FROM tenant WHERE status <> 'PROVISIONING' ORDER BY slug";

    @Inject
    private ControlStore control;

    @Inject
    private AdminDatabase admin;

    @Inject
    private DatabaseRoles roles;

    @Inject
    private Migrations migrations;

    @Inject
    private NewSchema tables;

    @Inject
    private CodeVersion code;

    @Inject
    private TenantDirectory directory;

    /**
     * Makes a tenant's schema, role, tables and rights; the tenant is active afterwards. Takes part in no transaction: after a
     * failure nothing is left.
     *
     * @param wanted its status, schema and role are ignored, they are this class's to choose
     * @return false when the slug is taken
     */
    public boolean provision(Tenant wanted, Instant createdAt) {
        String schema = Names.schema(wanted.slug());
        if (!announce(wanted, schema, createdAt)) {
            return false;
        }
        try {
            admin.call(connection -> {
                roles.makeSpace(connection, schema);
                connection.setAutoCommit(false);
                tables.fill(connection, schema);
                roles.grantRights(connection, schema);
                connection.commit();
                return schema;
            });
            noteVersion(wanted.slug());
            // A list of roles that was being made while this one was granted may lack it; by now every such list
            // stands.
            roles.announce(schema);
            setStatus(wanted.slug(), TenantStatus.ACTIVE);
            return true;
        } catch (SQLException | RuntimeException failure) {
            remove(wanted.slug());
            throw new IllegalStateException("Tenant " + wanted.slug() + " couldn't be made", failure);
        }
    }

    /** Changes what a tenant may do, on this node at once and on every other within 5 s. */
    public void setStatus(TenantSlug slug, TenantStatus status) {
        update("UPDATE tenant SET status = ? WHERE slug = ?", status.name(), slug);
    }

    /** Removes a tenant with everything it has. There is no way back. */
    public void remove(TenantSlug slug) {
        try {
            admin.call(connection -> {
                roles.dropSpace(connection, Names.schema(slug));
                return slug;
            });
        } catch (SQLException failure) {
            throw new IllegalStateException("The schema of tenant " + slug + " couldn't be removed", failure);
        }
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM tenant WHERE slug = ?")) {
                statement.setString(1, slug.value());
                return statement.executeUpdate();
            }
        });
        directory.forget(slug);
    }

    /** Migrates one tenant and notes its version. */
    void migrate(TenantSlug slug, String schema) throws SQLException {
        migrations.migrateTenant(schema);
        admin.call(connection -> {
            roles.grantRights(connection, schema);
            return schema;
        });
        noteVersion(slug);
    }

    private void noteVersion(TenantSlug slug) throws SQLException {
        update(
                "UPDATE tenant SET schema_version = ? WHERE slug = ?",
                code.schemaVersion().toString(),
                slug);
    }

    /** The tenants whose schemas lag behind this code, with their schemas. */
    Map<TenantSlug, String> lagging() throws SQLException {
        SchemaVersion target = code.schemaVersion();
        Map<TenantSlug, String> found = new LinkedHashMap<>();
        eachVersion((row, version) -> {
            if (version.isOlderThan(target)) {
                found.put(new TenantSlug(row.getString("slug")), row.getString("schema_name"));
            }
        });
        return found;
    }

    /** A tenant whose schema is newer than this code, with its version. */
    Optional<String> newerThanTheCode() throws SQLException {
        SchemaVersion target = code.schemaVersion();
        Map<String, SchemaVersion> found = new LinkedHashMap<>();
        eachVersion((row, version) -> {
            if (target.isOlderThan(version)) {
                found.put(row.getString("slug"), version);
            }
        });
        return found.entrySet().stream()
                .map(entry -> "tenant " + entry.getKey() + " is at schema version " + entry.getValue()
                        + ", this program knows " + target)
                .findFirst();
    }

    /** Removes what a provisioning left that the process didn't live to finish. */
    void removeUnfinished(Instant startedBefore) {
        String sql = "SELECT slug FROM tenant WHERE status = 'PROVISIONING' AND created_at < ?";
        List<TenantSlug> unfinished = control.call(connection -> {
            List<TenantSlug> slugs = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, startedBefore.atOffset(ZoneOffset.UTC));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        slugs.add(new TenantSlug(rows.getString(1)));
                    }
                }
            }
            return slugs;
        });
        unfinished.forEach(this::remove);
    }

    @FunctionalInterface
    private interface VersionReader {
        void read(ResultSet row, SchemaVersion version) throws SQLException;
    }

    private void eachVersion(VersionReader reader) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(VERSIONS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows, SchemaVersion.parse(rows.getString("schema_version")));
                }
            }
            return reader;
        });
    }

    private boolean announce(Tenant wanted, String schema, Instant createdAt) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setString(1, wanted.slug().value());
                statement.setString(2, wanted.name());
                statement.setString(3, schema);
                statement.setString(4, Names.role(connection.getCatalog(), schema));
                statement.setString(5, wanted.zone().getId());
                statement.setString(6, wanted.currency().getCurrencyCode());
                statement.setString(7, wanted.locale().toLanguageTag());
                statement.setObject(
                        8,
                        wanted.sandboxClock()
                                .map(now -> now.atOffset(ZoneOffset.UTC))
                                .orElse(null));
                statement.setObject(9, createdAt.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate() == 1;
            }
        });
    }

    private void update(String sql, String value, TenantSlug slug) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                statement.setString(2, slug.value());
                return statement.executeUpdate();
            }
        });
        directory.forget(slug);
    }
}
