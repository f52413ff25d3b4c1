package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
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
        UUID id = UUID.randomUUID();
        work.call(tenant, () -> imports.begin(id, plan(ImportKind.MEMBERS), "members.csv"));
        for (int time = 0; time < 3; time++) {
            assertThat(work.call(tenant, () -> refused(() -> staging.begin(id))))
                    .isEmpty();
        }
        assertThat(work.call(tenant, () -> refused(() -> staging.begin(id)))).contains(ImportRefusal.READ_TOO_OFTEN);
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
