package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.RowReading;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.ledger.Invariants;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ImportServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROWS = 500;

    @Inject
    private ImportService imports;

    @Inject
    private ImportStagingService staging;

    @Inject
    private ImportRunService runs;

    @Inject
    private ImportResumption resumption;

    @Inject
    private Invariants invariants;

    @Inject
    private AtWork work;

    private static ImportPlan plan() {
        return new ImportPlan(
                ImportKind.ORDERS,
                Optional.of(new ProgramCode("club")),
                Map.of(),
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
    }

    private static Map<String, String> fields(int number) {
        return Map.of(
                "reference",
                "R" + number,
                "occurredAt",
                LocalDate.parse("2026-01-05").plusDays(number % 20).toString(),
                "member.externalId",
                "m" + number % 30,
                "amount",
                "10.00");
    }

    private static String file() {
        StringBuilder csv = new StringBuilder("reference,occurredAt,member.externalId,amount\n");
        for (int number = 0; number < ROWS; number++) {
            Map<String, String> row = fields(number);
            csv.append(row.get("reference"))
                    .append(',')
                    .append(row.get("occurredAt"))
                    .append(',');
            csv.append(row.get("member.externalId"))
                    .append(',')
                    .append(row.get("amount"))
                    .append('\n');
        }
        return csv.toString();
    }

    private ImportView over(TestTenant tenant, UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> work.call(tenant, () -> imports.find(id)).orElseThrow(), ImportView::isOver);
    }

    /** What a server does that dies in the middle: some rows are taken, and nobody says any more that they are at it. */
    @Test
    void an_import_whose_server_died_goes_on_where_it_was_and_takes_nothing_twice() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        UUID id = UUID.randomUUID();
        byte[] file = file().getBytes(StandardCharsets.UTF_8);
        Occasion occasion = new Occasion(
                id,
                UUID.randomUUID(),
                Optional.empty(),
                plan(),
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
        work.call(tenant, () -> {
            imports.keep(id, 0, file);
            StagedBatch rows = new StagedBatch(new RowReading(ImportKind.ORDERS, occasion.zone()));
            for (int number = 0; number < ROWS; number++) {
                rows.add(new CsvFile.Line(number + 2, Optional.of(fields(number)), Optional.empty()));
            }
            imports.begin(id, plan(), "orders.csv");
            assertThat(imports.hold(id, occasion.runner())).isTrue();
            staging.begin(occasion);
            staging.add(occasion, rows);
            staging.end(occasion, ROWS);
            List<StagedRow> first = runs.next(id, 2, 50);
            runs.takeOrders(occasion, 2, first);
            assertThat(imports.find(id).orElseThrow().done())
                    .isEqualTo(first.size())
                    .isPositive();
            imports.giveBack(id, occasion.runner());
            resumption.runDue(NOW);
            return id;
        });
        ImportView view = over(tenant, id);
        assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(view.done()).isEqualTo(ROWS);
        assertThat(view.failed()).isZero();
        assertThat(work.call(tenant, () -> invariants.violations())).isEmpty();
    }

    @Test
    void a_file_that_was_only_kept_is_read_by_whoever_comes_by() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        UUID id = work.call(tenant, () -> {
            UUID begun = UUID.randomUUID();
            byte[] file = file().getBytes(StandardCharsets.UTF_8);
            imports.keep(begun, 0, java.util.Arrays.copyOf(file, 1_000));
            imports.keep(begun, 1, java.util.Arrays.copyOfRange(file, 1_000, file.length));
            imports.begin(begun, plan(), "orders.csv");
            resumption.runDue(NOW);
            return begun;
        });
        assertThat(over(tenant, id).done()).isEqualTo(ROWS);
        assertThat(work.call(tenant, () -> imports.piece(id, 0))).isEmpty();
    }

    @Test
    void only_one_at_a_time_goes_on_with_an_import() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        assertThat(work.call(tenant, () -> imports.hold(id, one))).isFalse();
        work.call(tenant, () -> imports.begin(id, plan(), "orders.csv"));
        assertThat(work.call(tenant, () -> imports.hold(id, one))).isTrue();
        assertThat(work.call(tenant, () -> imports.hold(id, other))).isFalse();
        assertThat(work.call(tenant, () -> imports.hold(id, one))).isTrue();
        assertThat(work.call(tenant, () -> imports.heldUntil())).isPresent();
        work.call(tenant, () -> {
            imports.fail(id, one, "NOT_CSV");
            return id;
        });
        assertThat(work.call(tenant, () -> imports.hold(id, one))).isFalse();
        assertThat(work.call(tenant, () -> imports.waiting())).isEmpty();
    }

    @Test
    void a_file_of_which_nothing_became_an_import_is_thrown_away_after_a_day_and_no_other() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        UUID left = new UUID((Instant.now().minus(Duration.ofHours(25)).toEpochMilli() << 16) | 0x7000, 5);
        UUID underWay = new UUID((Instant.now().minus(Duration.ofHours(26)).toEpochMilli() << 16) | 0x7000, 6);
        UUID fresh = io.steadfast.platform.persistence.Ids.next();
        work.call(tenant, () -> {
            for (UUID each : List.of(left, underWay, fresh)) {
                imports.keep(each, 0, new byte[] {1});
            }
            imports.begin(underWay, plan(), "orders.csv");
            imports.forgetLeftFiles();
            return left;
        });
        assertThat(work.call(tenant, () -> imports.piece(left, 0))).isEmpty();
        assertThat(work.call(tenant, () -> imports.piece(underWay, 0))).isPresent();
        assertThat(work.call(tenant, () -> imports.piece(fresh, 0))).isPresent();
    }
}
