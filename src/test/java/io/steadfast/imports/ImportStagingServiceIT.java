package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.RowReading;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportStagingServiceIT extends ContainerTest {

    @Inject
    private ImportService imports;

    @Inject
    private ImportStagingService staging;

    @Inject
    private ImportRunService runs;

    @Inject
    private CurrentActor actor;

    @Inject
    private AtWork work;

    private static ImportPlan plan(ImportKind kind) {
        return new ImportPlan(
                kind,
                Optional.empty(),
                Map.of(),
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
    }

    /** The reason it is refused for; nothing where it isn't. */
    private static Optional<Object> refused(Runnable doing) {
        try {
            doing.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.reason());
        }
    }

    @Test
    void a_file_that_breaks_off_whatever_reads_it_isnt_begun_a_fourth_time() throws Exception {
        TestTenant tenant = TestTenants.make();
        Occasion occasion = held(tenant);
        for (int time = 0; time < 3; time++) {
            assertThat(work.call(tenant, () -> refused(() -> staging.begin(occasion))))
                    .isEmpty();
        }
        assertThat(work.call(tenant, () -> refused(() -> staging.begin(occasion))))
                .contains(ImportRefusal.READ_TOO_OFTEN);
    }

    /** An import that was begun and whose file is about to be read. */
    private Occasion held(TestTenant tenant) throws Exception {
        UUID id = UUID.randomUUID();
        work.call(tenant, () -> imports.begin(id, plan(ImportKind.MEMBERS), "members.csv"));
        Occasion occasion = occasion(id);
        assertThat(work.call(tenant, () -> imports.hold(id, occasion.runner()))).isTrue();
        return occasion;
    }

    private static Occasion occasion(UUID id) {
        return new Occasion(
                id,
                UUID.randomUUID(),
                Optional.empty(),
                plan(ImportKind.MEMBERS),
                ZoneOffset.UTC,
                Currency.getInstance("GBP"));
    }

    private static StagedBatch rows(int count) {
        StagedBatch rows = new StagedBatch(new RowReading(ImportKind.MEMBERS, ZoneOffset.UTC));
        for (int number = 0; number < count; number++) {
            rows.add(new CsvFile.Line(number + 2, Optional.of(Map.of("externalId", "m" + number)), Optional.empty()));
        }
        return rows;
    }

    @Test
    void whoever_lost_an_import_keeps_nothing_more_of_it_and_whoever_has_it_loses_no_row() throws Exception {
        TestTenant tenant = TestTenants.make();
        Occasion slow = held(tenant);
        UUID id = slow.id();
        Occasion next = occasion(id);
        work.call(tenant, () -> {
            staging.begin(slow);
            staging.add(slow, rows(2));
            imports.giveBack(id, slow.runner());
            assertThat(imports.hold(id, next.runner())).isTrue();
            staging.begin(next);
            assertThatThrownBy(() -> staging.add(slow, rows(2))).isInstanceOf(HoldLost.class);
            assertThatThrownBy(() -> staging.end(slow, 2)).isInstanceOf(HoldLost.class);
            assertThatThrownBy(() -> staging.begin(slow)).isInstanceOf(HoldLost.class);
            imports.fail(id, slow.runner(), "ROW_FAILED");
            staging.add(next, rows(3));
            staging.end(next, 3);
            assertThatThrownBy(() -> imports.complete(id, slow.runner())).isInstanceOf(HoldLost.class);
            assertThat(refused(() -> imports.complete(id, next.runner()))).contains(ImportRefusal.ROWS_LOST);
            for (int share = 0; share < 4; share++) {
                List<StagedRow> rows = runs.next(id, share, 10);
                int number = share;
                if (!rows.isEmpty()) {
                    assertThatThrownBy(() -> runs.pass(slow, number, rows, List.of()))
                            .isInstanceOf(HoldLost.class);
                    runs.pass(next, share, rows, List.of());
                }
            }
            imports.complete(id, next.runner());
            return id;
        });
        ImportView view = work.call(tenant, () -> imports.find(id)).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(view.done()).isEqualTo(3);
    }

    @Test
    void two_imports_of_a_tenant_are_under_way_at_once_and_the_others_wait() throws Exception {
        TestTenant tenant = TestTenants.make();
        Occasion first = held(tenant);
        held(tenant);
        Occasion third = occasion(UUID.randomUUID());
        work.call(tenant, () -> {
            imports.begin(third.id(), plan(ImportKind.MEMBERS), "third.csv");
            assertThat(imports.hold(third.id(), third.runner())).isFalse();
            assertThat(imports.hold(first.id(), first.runner())).isTrue();
            assertThat(imports.waiting()).containsExactly(third.id());
            imports.fail(first.id(), first.runner(), "NOT_CSV");
            assertThat(imports.hold(third.id(), third.runner())).isTrue();
            assertThat(imports.waiting()).isEmpty();
            return third;
        });
    }

    @Test
    void what_the_database_refuses_is_told_without_the_values_of_the_row() throws Exception {
        TestTenant tenant = TestTenants.make();
        UUID id = UUID.randomUUID();
        work.call(tenant, () -> {
            imports.keep(id, 0, new byte[] {1});
            assertThatThrownBy(() -> imports.keep(id, 0, new byte[] {1})).satisfies(failure -> {
                StringWriter told = new StringWriter();
                failure.printStackTrace(new PrintWriter(told));
                assertThat(told.toString()).contains("file_import_piece_key").doesNotContain(id.toString());
            });
            return id;
        });
    }

    @Test
    void the_service_itself_refuses_a_person_who_may_not_do_by_hand_what_the_rows_do() throws Exception {
        TestTenant tenant = TestTenants.make();
        Actor marketer = new Actor(
                Actor.Kind.PERSON,
                UUID.randomUUID().toString(),
                "Mia",
                Role.MARKETER.permissions(),
                Set.of(),
                Set.of());
        for (ImportKind kind : ImportKind.values()) {
            assertThatThrownBy(() -> work.call(
                            tenant,
                            () -> actor.call(
                                    marketer, "local", () -> imports.begin(UUID.randomUUID(), plan(kind), "gift.csv"))))
                    .as("%s", kind)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(SecurityRefusal.NOT_PERMITTED));
        }
        assertThat(work.call(tenant, () -> imports.list(Optional.empty(), 10))).isEmpty();
    }
}
