package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.OpeningBalanceService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Points that members bring along. */
@ApplicationScoped
class BalanceRows implements RowTaker {

    @Inject
    OpeningBalanceService balances;

    @Inject
    NamedInRow members;

    @Override
    public ImportKind kind() {
        return ImportKind.BALANCES;
    }

    @Override
    public void take(Occasion occasion, StagedRow row, Cells cells) {
        long points = cells.requiredWhole("points");
        if (points <= 0) {
            throw new RowRefused("points", ImportRefusal.NOT_A_NUMBER);
        }
        if (points > AdjustmentService.MOST_POINTS) {
            throw new RowRefused(
                    "points", ImportRefusal.TOO_MANY_POINTS, Map.of("most", AdjustmentService.MOST_POINTS));
        }
        MemberId member = members.served(occasion, row);
        balances.open(new OpeningBalanceService.Opening(
                member,
                cells.text("wallet").map(wallet -> Codes.read("wallet", wallet, WalletCode::new)),
                points,
                row.happenedAt(),
                cells.instant("expiresAt"),
                occasion.plan().source(),
                cells.text("reference").orElseGet(() -> named(member, row))));
    }

    /**
     * What the points are called for good where the file has no name for them: the member's id and what they are. The books keep
     * it after an erasure, so nothing of what the file calls the member by may stand in it.
     */
    private static String named(MemberId member, StagedRow row) {
        return member + row.item().substring(row.memberKey().length());
    }
}
