package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Paid plans that members bring along, without another trial and with what they paid last. */
@ApplicationScoped
class MembershipRows implements RowTaker {

    @Inject
    MembershipService memberships;

    @Inject
    NamedInRow members;

    @Override
    public ImportKind kind() {
        return ImportKind.MEMBERSHIPS;
    }

    @Override
    public void take(Occasion occasion, StagedRow row, Cells cells) {
        MemberId member = members.served(occasion, row);
        ProgramCode program = occasion.plan().program().orElseThrow();
        PlanCode plan = Codes.read("plan", cells.required("plan"), PlanCode::new);
        StartWish wish = new StartWish(
                member,
                program,
                plan,
                cells.text("interval")
                        .map(text -> Codes.read("interval", text.toUpperCase(Locale.ROOT), Plan.Interval::valueOf)),
                Optional.of(row.happenedAt()),
                StartWish.Trial.MOVED_IN);
        MembershipId id = standing(member, wish)
                .orElseGet(() -> memberships.start(wish).subscription().id());
        cells.instant("paidAt").ifPresent(paidAt -> report(occasion, cells, id, paidAt));
    }

    /** The same one, where the file was taken before. */
    private Optional<MembershipId> standing(MemberId member, StartWish wish) {
        return memberships.of(member).stream()
                .map(MembershipView::subscription)
                .filter(each -> each.program().equals(wish.program())
                        && each.plan().equals(wish.plan())
                        && Optional.of(each.startedAt()).equals(wish.startAt()))
                .map(each -> each.id())
                .findFirst();
    }

    private void report(Occasion occasion, Cells cells, MembershipId id, Instant paidAt) {
        String reference =
                cells.text("paidReference").orElseGet(() -> occasion.plan().source() + " " + id + " " + paidAt);
        cells.required("paidAmount");
        Money amount = new Money(cells.minorUnits("paidAmount", occasion.currency()), occasion.currency());
        memberships.report(id, new Outcome(Outcome.Kind.PAID, reference, reference, paidAt, amount));
    }
}
