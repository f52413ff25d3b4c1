package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The version this program brings a tenant's schema to; known once the control schema stands. */
@ApplicationScoped
class CodeVersion {

    @Inject
    private Migrations migrations;

    private volatile @Nullable SchemaVersion known;

    SchemaVersion schemaVersion() throws SQLException {
        SchemaVersion version = known;
        if (version == null) {
            version = migrations.newest();
            known = version;
        }
        return version;
    }
}
