package io.steadfast.imports;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What a person needs for a file: the right to import, and to do by hand what each of its rows brings about. */
@ApplicationScoped
public class ImportRights {

    @Inject
    CurrentActor currentActor;

    /** What the person in hand lacks for such a file; empty for systems, whose keys were judged at their door. */
    public List<Permission> missing(ImportKind kind, ImportPlan.NewMembers newMembers) {
        Actor actor = currentActor.actor();
        return actor.kind() == Actor.Kind.PERSON
                ? needed(kind, newMembers).stream()
                        .filter(right -> !actor.may(right))
                        .toList()
                : List.of();
    }

    /** Refuses NOT_PERMITTED. */
    public void must(ImportPlan plan) {
        Actor actor = currentActor.actor();
        needed(plan.kind(), plan.newMembers()).forEach(actor::must);
    }

    private static List<Permission> needed(ImportKind kind, ImportPlan.NewMembers newMembers) {
        List<Permission> needed = new ArrayList<>(List.of(Permission.IMPORTS_RUN, byHand(kind)));
        if (kind == ImportKind.ORDERS && newMembers == ImportPlan.NewMembers.MADE) {
            needed.add(Permission.MEMBERS_EDIT);
        }
        return needed;
    }

    private static Permission byHand(ImportKind kind) {
        return switch (kind) {
            case MEMBERS -> Permission.MEMBERS_EDIT;
            case ORDERS, BALANCES, TIERS -> Permission.POINTS_ADJUST;
            case MEMBERSHIPS -> Permission.MEMBERSHIPS_EDIT;
        };
    }
}
