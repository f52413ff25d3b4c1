package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.core.WalletBalance;
import java.util.List;

/** The ledger's balances as a receipt shows them. */
final class Balances {

    private Balances() {}

    static Receipt.Balance of(List<WalletBalance> balances) {
        return new Receipt.Balance(balances.stream()
                .map(each -> new Receipt.WalletLine(
                        each.wallet(), each.spendable(), each.pending(), each.held(), each.debt(), each.lifetime()))
                .toList());
    }
}
