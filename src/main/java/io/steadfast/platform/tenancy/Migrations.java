package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateResult;

/** Brings a schema to what this code needs. Everything is made by the owner role, so no login owns a table. */
@ApplicationScoped
class Migrations {

    static final String TENANT_SCRIPTS = "db/tenant";

    private static final String CONTROL = "classpath:db/control";
    private static final String TENANT = "classpath:" + TENANT_SCRIPTS;
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

    /** The migrations this code has for a tenant's schema, in their order. */
    List<MigrationInfo> ofTenants() throws SQLException {
        // A history table that doesn't exist: every migration of the code then shows as pending.
        return List.of(
                flyway(ConnectionSpace.CONTROL_SCHEMA, TENANT, "none").info().all());
    }

    /** What a tenant's schema lacks of this code's migrations, or has in another wording. */
    List<String> amiss(String schema) throws SQLException {
        Flyway flyway = flyway(schema, TENANT, HISTORY);
        ValidateResult found = flyway.validateWithResult();
        return Stream.concat(
                        found.invalidMigrations.stream().map(each -> each.version + ": " + each.errorDetails),
                        Arrays.stream(flyway.info().pending()).map(each -> each.getVersion() + " is pending"))
                .toList();
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
                // One transaction for all that is pending: a schema stands at its old version or at the new one.
                .group(true)
                .locations(location)
                .table(history)
                // Each feature numbers within a range of its own, so a new migration may stand below an applied one.
                .outOfOrder(true)
                .load();
    }
}
