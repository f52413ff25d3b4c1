package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.ledger.OpeningBalanceService;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
        balances.open(new OpeningBalanceService.Opening(
                members.named(row.memberKey()).orElseThrow(),
                cells.text("wallet").map(wallet -> Codes.read("wallet", wallet, WalletCode::new)),
                points,
                row.happenedAt(),
                cells.instant("expiresAt"),
                occasion.plan().source(),
                cells.text("reference").orElse(row.item())));
    }
}
