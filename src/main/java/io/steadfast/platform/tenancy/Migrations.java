package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a schema to what this code needs. Everything is made by the owner role, so no login owns a table. */
@ApplicationScoped
class Migrations {

    private static final String CONTROL = "classpath:db/control";
    private static final String TENANT = "classpath:db/tenant";
    static final String HISTORY = "schema_history";

    /** States of a migration that the database has and this code doesn't know. */
    private static final Set<MigrationState> UNKNOWN = EnumSet.of(
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED,
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED);

    @Inject
    private AdminDatabase admin;

    /** What the control schema has that this code doesn't know: then the database is newer. */
    Optional<String> unknownInControl() throws SQLException {
        return unknown(flyway(ConnectionSpace.CONTROL_SCHEMA, CONTROL, HISTORY));
    }

    void migrateControl() throws SQLException {
        flyway(ConnectionSpace.CONTROL_SCHEMA, CONTROL, HISTORY).migrate();
    }

    void migrateTenant(String schema) throws SQLException {
        flyway(schema, TENANT, HISTORY).migrate();
    }

    /** The version this code brings a tenant's schema to. */
    SchemaVersion newest() throws SQLException {
        // A history table that doesn't exist: every migration of the code then shows as pending.
        MigrationInfo[] all =
                flyway(ConnectionSpace.CONTROL_SCHEMA, TENANT, "none").info().all();
        int highest = Arrays.stream(all)
                .mapToInt(migration -> migration.getVersion().getMajor().intValueExact())
                .max()
                .orElse(0);
        return new SchemaVersion(highest, all.length);
    }

    private static Optional<String> unknown(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> UNKNOWN.contains(migration.getState()))
                .map(migration -> migration.getVersion() + " (" + migration.getDescription() + ")")
                .reduce((first, last) -> last);
    }

    private Flyway flyway(String schema, String location, String history) throws SQLException {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(admin.ownerSource())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .locations(location)
                .table(history)
                // Each feature numbers within a range of its own, so a new migration may stand below an applied one.
                .outOfOrder(true)
                .load();
    }
}
