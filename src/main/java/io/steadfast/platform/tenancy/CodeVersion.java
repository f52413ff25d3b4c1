package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** The version this program brings a tenant's schema to; known once the control schema stands. */
@ApplicationScoped
class CodeVersion {

    @Inject
    private Migrations migrations;

    private volatile @Nullable List<MigrationInfo> known;

    /** What brings it there, in its order. */
    List<MigrationInfo> migrations() throws SQLException {
        List<MigrationInfo> all = known;
        if (all == null) {
            all = migrations.ofTenants();
            known = all;
        }
        return all;
    }

    SchemaVersion schemaVersion() throws SQLException {
        List<MigrationInfo> all = migrations();
        int highest = all.stream()
                .mapToInt(migration -> migration.getVersion().getMajor().intValueExact())
                .max()
                .orElse(0);
        return new SchemaVersion(highest, all.size());
    }
}
