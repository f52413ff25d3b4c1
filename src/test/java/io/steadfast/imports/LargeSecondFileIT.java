package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A large file that comes after another: the database's statistics know only the other one, and expect no row of this. What is done
 * with all its rows together must not become a comparison of each with each.
 */
class LargeSecondFileIT extends ContainerTest {

    private static final int ROWS = 20_000;
    /** Of seconds; each with each would take minutes. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    private ImportService imports;

    @Inject
    private ImportStagingService staging;

    @Inject
    private ImportRunService runs;

    @Inject
    private AtWork work;

    @Test
    void repeated_orders_are_found_while_the_database_knows_nothing_of_the_file() throws Exception {
        TestTenant tenant = TestTenants.make();
        Occasion orders = staged(tenant, ImportKind.ORDERS);
        assertThat(endOf(orders, tenant)).isLessThan(SOON);
        assertThat(work.call(tenant, () -> imports.find(orders.id()))
                        .orElseThrow()
                        .failed())
                .as("each tenth order stands in the file twice")
                .isEqualTo(ROWS / 10);
    }

    @Test
    void equal_balances_are_told_apart_while_the_database_knows_nothing_of_the_file() throws Exception {
        TestTenant tenant = TestTenants.make();
        Occasion balances = staged(tenant, ImportKind.BALANCES);
        assertThat(endOf(balances, tenant)).isLessThan(SOON);
        List<StagedRow> first = work.call(tenant, () -> runs.next(balances.id(), 0, 2));
        assertThat(first).extracting(StagedRow::item).containsExactly("r-0#1", "r-1#1");
    }

    private Duration endOf(Occasion occasion, TestTenant tenant) throws Exception {
        long began = System.nanoTime();
        work.call(tenant, () -> {
            staging.end(occasion, ROWS);
            return occasion;
        });
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** An import whose file is read but for its end. */
    private Occasion staged(TestTenant tenant, ImportKind kind) throws Exception {
        UUID id = UUID.randomUUID();
        ImportPlan plan = new ImportPlan(
                kind,
                Optional.empty(),
                Map.of(),
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
        Occasion occasion = new Occasion(
                id, UUID.randomUUID(), Optional.empty(), plan, ZoneOffset.UTC, Currency.getInstance("GBP"));
        work.call(tenant, () -> {
            imports.begin(id, plan, "second.csv");
            assertThat(imports.hold(id, occasion.runner())).isTrue();
            staging.begin(occasion);
            return id;
        });
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = t_" + tenant.slug().replace('-', '_'));
            statement.execute(rows(UUID.randomUUID(), 500));
            statement.execute("ANALYZE file_import_row");
            statement.execute(rows(id, ROWS));
        }
        return occasion;
    }

    private static String rows(UUID id, int count) {
        return "INSERT INTO file_import_row (import_id, share, happened_at, line, item, member_key, fields)"
                + " SELECT '" + id + "', 0, '2026-01-02T08:00:00Z'::timestamptz + n * interval '1 second', n + 2,"
                + " 'r-' || CASE WHEN n % 10 = 9 THEN n - 1 ELSE n END, 'm-' || n, '{}' FROM generate_series(0, "
                + (count - 1) + ") AS n";
    }
}
