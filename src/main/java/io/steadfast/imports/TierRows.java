package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.ManualTierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tiers that members bring along: a floor until the day they were promised, no bar to a rise, then the review decides. */
@ApplicationScoped
class TierRows implements RowTaker {

    private static final String REASON = "MOVED_IN";

    @Inject
    ManualTierService tiers;

    @Inject
    ProgramService programs;

    @Inject
    NamedInRow members;

    @Override
    public ImportKind kind() {
        return ImportKind.TIERS;
    }

    @Override
    public void take(Occasion occasion, StagedRow row, Cells cells) {
        ProgramCode program = occasion.plan().program().orElseThrow();
        TierSetCode set = cells.text("set")
                .map(text -> Codes.read("set", text, TierSetCode::new))
                .orElseGet(() -> onlySet(program));
        MemberId member = members.served(occasion, row);
        tiers.takeOver(new ManualTierService.Wish(
                member,
                new TierSetRef(program, set),
                Codes.read("tier", cells.required("tier"), TierCode::new),
                cells.requiredInstant("until"),
                REASON));
    }

    private TierSetCode onlySet(ProgramCode program) {
        List<TierSet> sets =
                programs.versions(program).get(0).version().document().tierSets();
        if (sets.size() != 1) {
            throw new RowRefused("set", ImportRefusal.SET_AMBIGUOUS);
        }
        return sets.get(0).code();
    }
}
