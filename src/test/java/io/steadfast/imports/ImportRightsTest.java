package io.steadfast.imports;

import static io.steadfast.platform.security.Permission.IMPORTS_RUN;
import static io.steadfast.platform.security.Permission.MEMBERSHIPS_EDIT;
import static io.steadfast.platform.security.Permission.MEMBERS_EDIT;
import static io.steadfast.platform.security.Permission.POINTS_ADJUST;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportRightsTest {

    private final CurrentActor current = new CurrentActor();
    private final ImportRights rights = new ImportRights();

    ImportRightsTest() {
        rights.currentActor = current;
    }

    private static Actor person(Set<Permission> permissions) {
        return new Actor(Actor.Kind.PERSON, "4711", "Mia", permissions, Set.of(), Set.of());
    }

    private static ImportPlan plan(ImportKind kind, ImportPlan.NewMembers newMembers) {
        return new ImportPlan(kind, Optional.empty(), Map.of(), "import", "all", newMembers, ImportPlan.Mode.DRY_RUN);
    }

    private List<Permission> missing(Actor actor, ImportKind kind) throws Exception {
        return current.call(actor, "local", () -> rights.missing(kind, ImportPlan.NewMembers.MADE));
    }

    private String judged(Actor actor, ImportPlan plan) throws Exception {
        return current.call(actor, "local", () -> {
            try {
                rights.must(plan);
                return "allowed";
            } catch (Refusal refused) {
                assertThat(refused.reason()).isEqualTo(SecurityRefusal.NOT_PERMITTED);
                return "refused";
            }
        });
    }

    @Test
    void each_kind_takes_the_right_to_do_by_hand_what_its_rows_do() throws Exception {
        Actor importer = person(Set.of(IMPORTS_RUN));
        assertThat(missing(importer, ImportKind.BALANCES)).containsExactly(POINTS_ADJUST);
        assertThat(missing(importer, ImportKind.TIERS)).containsExactly(POINTS_ADJUST);
        assertThat(missing(importer, ImportKind.MEMBERS)).containsExactly(MEMBERS_EDIT);
        assertThat(missing(importer, ImportKind.MEMBERSHIPS)).containsExactly(MEMBERSHIPS_EDIT);
        assertThat(missing(importer, ImportKind.ORDERS)).containsExactly(POINTS_ADJUST, MEMBERS_EDIT);
        assertThat(missing(person(Set.of(POINTS_ADJUST)), ImportKind.BALANCES)).containsExactly(IMPORTS_RUN);
    }

    @Test
    void a_marketer_imports_nothing_an_owner_everything_and_a_key_was_judged_at_its_door() throws Exception {
        for (ImportKind kind : ImportKind.values()) {
            ImportPlan plan = plan(kind, ImportPlan.NewMembers.MADE);
            assertThat(judged(person(Role.MARKETER.permissions()), plan))
                    .as("%s", kind)
                    .isEqualTo("refused");
            assertThat(judged(person(Role.OWNER.permissions()), plan))
                    .as("%s", kind)
                    .isEqualTo("allowed");
            Actor key = new Actor(Actor.Kind.KEY, "k", "till", Set.of(), Set.of(), Set.of());
            assertThat(judged(key, plan)).as("%s", kind).isEqualTo("allowed");
            assertThat(missing(key, kind)).isEmpty();
        }
    }

    @Test
    void orders_that_make_nobody_a_member_take_no_right_to_members() throws Exception {
        Actor person = person(Set.of(IMPORTS_RUN, POINTS_ADJUST));
        assertThat(judged(person, plan(ImportKind.ORDERS, ImportPlan.NewMembers.REFUSED)))
                .isEqualTo("allowed");
        assertThat(judged(person, plan(ImportKind.ORDERS, ImportPlan.NewMembers.MADE)))
                .isEqualTo("refused");
    }
}
