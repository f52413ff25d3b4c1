package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvisioningIT extends ContainerTest {

    private static final String SHAPE = """
            WITH tables AS (SELECT c.oid, c.relname, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND c.relname <> 'schema_history')
            SELECT relname || ' ' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
                   || coalesce(pg_get_expr(adbin, adrelid), '')
              FROM tables JOIN pg_attribute a ON a.attrelid = tables.oid AND attnum > 0
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE nspname = ?
            UNION ALL SELECT relname || ' ' || pg_get_constraintdef(k.oid)
              FROM tables JOIN pg_constraint k ON k.conrelid = tables.oid WHERE nspname = ?
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = ? AND tablename <> 'schema_history'
            UNION ALL SELECT relname || ' ' || coalesce(obj_description(oid, 'pg_class'), '')
              FROM tables WHERE nspname = ?
            ORDER BY 1""";

    @Inject
    private AdminDatabase admin;

    @Inject
    private TenantSchemas schemas;

    @Inject
    private Migrations migrations;

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantStore store;

    @Inject
    private UserTransaction transaction;

    /** The quickest of five: the machine that runs the suite does much else at the same time. */
    @Test
    void a_tenant_is_made_while_the_server_runs_in_under_two_seconds() {
        Duration quickest = IntStream.range(0, 5)
                .mapToObj(i -> new TenantSlug("prov-quick-" + i))
                .map(this::timed)
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(quickest).isLessThan(Duration.ofSeconds(2));
        assertThat(directory.find(new TenantSlug("prov-quick-0"))).hasValueSatisfying(tenant -> {
            assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
            assertThat(tenant.schema()).isEqualTo("t_prov_quick_0");
        });
        assertThat(directory.active()).contains(new TenantSlug("prov-quick-0"));
    }

    @Test
    void the_tables_of_a_new_tenant_are_those_that_migration_after_migration_makes() throws Exception {
        TenantSlug slug = new TenantSlug("prov-whole");
        schemas.provision(wanted(slug), Instant.now());
        assertThat(migrations.amiss("t_prov_whole")).isEmpty();
        admin.call(connection -> {
            AdminDatabase.execute(
                    connection,
                    "CREATE SCHEMA prov_step_by_step AUTHORIZATION " + Names.owner(connection.getCatalog()));
            migrations.migrateTenant("prov_step_by_step");
            assertThat(shape(connection, "t_prov_whole"))
                    .hasSizeGreaterThan(500)
                    .isEqualTo(shape(connection, "prov_step_by_step"));
            AdminDatabase.execute(
                    connection,
                    "SET ROLE " + Names.owner(connection.getCatalog()) + "; DROP SCHEMA prov_step_by_step CASCADE");
            return connection;
        });
    }

    /** Its columns, constraints, indexes and comments, in plain words. */
    private static List<String> shape(Connection connection, String schema) throws SQLException {
        List<String> shape = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SHAPE)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                statement.setString(parameter, schema);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shape.add(row.getString(1).replace(schema + ".", ""));
                }
            }
        }
        return shape;
    }

    private Duration timed(TenantSlug slug) {
        Instant start = Instant.now();
        assertThat(schemas.provision(wanted(slug), start)).isTrue();
        return Duration.between(start, Instant.now());
    }

    @Test
    void a_taken_slug_is_refused_and_the_first_tenant_stays() {
        TenantSlug slug = new TenantSlug("prov-taken");
        assertThat(schemas.provision(wanted(slug), Instant.now())).isTrue();
        assertThat(schemas.provision(wanted(slug), Instant.now())).isFalse();
        assertThat(directory.find(slug)).isPresent();
    }

    @Test
    void a_removed_tenant_is_gone_and_its_slug_is_free() {
        TenantSlug slug = new TenantSlug("prov-removed");
        schemas.provision(wanted(slug), Instant.now());
        schemas.remove(slug);
        assertThat(directory.find(slug)).isEmpty();
        assertThat(schemas.provision(wanted(slug), Instant.now())).isTrue();
    }

    /** The list of roles that PostgreSQL keeps for each connection is made anew all the time here, while roles are granted. */
    @Test
    void tenants_made_while_others_work_can_be_entered_at_once() throws Exception {
        TenantSlug busy = new TenantSlug("prov-busy");
        schemas.provision(wanted(busy), Instant.now());
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> work = new ArrayList<>();
            for (int worker = 0; worker < 6; worker++) {
                work.add(workers.submit(() -> {
                    int entered = 0;
                    while (!over.get()) {
                        entered += enter(busy);
                    }
                    return entered;
                }));
            }
            for (int made = 0; made < 20; made++) {
                TenantSlug slug = new TenantSlug("prov-while-" + made);
                schemas.provision(wanted(slug), Instant.now());
                assertThat(enter(slug)).isEqualTo(1);
            }
            over.set(true);
            for (Future<Integer> each : work) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            over.set(true);
            workers.shutdown();
        }
    }

    /** One statement in the tenant's schema under its role. */
    private int enter(TenantSlug slug) throws Exception {
        return currentTenant.call(slug, () -> {
            transaction.begin();
            try (Statement statement = store.connection().createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM member")) {
                row.next();
                return 1;
            } finally {
                transaction.rollback();
            }
        });
    }

    static Tenant wanted(TenantSlug slug) {
        return new Tenant(
                slug,
                slug.value(),
                TenantStatus.PROVISIONING,
                "",
                "",
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance("EUR"),
                Locale.ENGLISH,
                Optional.empty());
    }
}
