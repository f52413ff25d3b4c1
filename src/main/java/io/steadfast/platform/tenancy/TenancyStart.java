package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;

/**
 * The start: the control schema first and at once, then every tenant's schema that lags, a few at a time, while the product
 * already answers that it isn't ready. A database that is newer than this program stops the start.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TenancyStart {

    private static final Logger LOG = Logger.getLogger(TenancyStart.class.getName());

    /** No provisioning takes this long, so what is older is left over. */
    private static final Duration UNFINISHED = Duration.ofMinutes(10);

    @Inject
    private AdminDatabase admin;

    @Inject
    private DatabaseRoles roles;

    @Inject
    private Migrations migrations;

    @Inject
    private TenantSchemas schemas;

    @Inject
    private SchemaProgress progress;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "steadfast.migration.threads", defaultValue = "4")
    private int migrationThreads;

    @PostConstruct
    void start() {
        try {
            startControl();
            Optional<String> newer = schemas.newerThanTheCode();
            if (newer.isPresent()) {
                throw new StartRefused("The database is newer than this program: " + newer.get());
            }
            schemas.removeUnfinished(Clock.systemUTC().instant().minus(UNFINISHED));
            migrateTenants(schemas.lagging());
        } catch (SQLException | FlywayException failure) {
            throw new StartRefused("The database can't be prepared: " + firstLine(failure), failure);
        }
    }

    private void startControl() throws SQLException {
        admin.call(connection -> {
            roles.prepare(connection);
            return connection;
        });
        Optional<String> unknown = migrations.unknownInControl();
        if (unknown.isPresent()) {
            throw new StartRefused("The database is newer than this program: it has the control migration "
                    + unknown.get() + ", which this program doesn't know");
        }
        migrations.migrateControl();
        admin.call(connection -> {
            roles.grantRights(connection, ConnectionSpace.CONTROL_SCHEMA);
            return connection;
        });
    }

    private void migrateTenants(Map<TenantSlug, String> lagging) {
        progress.expect(lagging.keySet());
        ExecutorService pool = Executors.newFixedThreadPool(migrationThreads, threads);
        lagging.forEach((slug, schema) -> pool.execute(() -> migrate(slug, schema)));
        pool.shutdown();
    }

    private void migrate(TenantSlug slug, String schema) {
        try {
            schemas.migrate(slug, schema);
            progress.migrated(slug);
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.SEVERE, "The schema of tenant " + slug + " couldn't be migrated", failure);
        }
    }

    private static String firstLine(Exception failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        return message.lines().findFirst().orElse(message);
    }
}
