package io.steadfast.rewards;

import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.CreditTerms;
import io.steadfast.ledger.core.LedgerRefused;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.Wallet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** What credit may pay of an order (P11) holds for a reward that costs credit as it does for a hold. */
@Dependent
class CreditShare {

    @Inject
    private HoldService holds;

    /** What stands against a sale: BASKET_NEEDED, BASKET_TOO_SMALL or CREDIT_SHARE_EXCEEDED; nothing where its wallet is free. */
    Optional<FieldError> against(Sale sale) {
        return sale.reward()
                .price()
                .map(RewardPrice::wallet)
                .flatMap(sale.version().document()::wallet)
                .flatMap(wallet -> wallet.spending().flatMap(bounds -> against(sale, wallet, bounds)));
    }

    /** All that pays for the order together may pay no more than one payment alone. */
    private Optional<FieldError> against(Sale sale, Wallet wallet, Wallet.Spending bounds) {
        long others = sale.wish()
                .order()
                .map(order -> holds.paying(
                        sale.wish().member(), wallet.code(), new Cause.Subject(order.source(), order.reference())))
                .orElse(0L);
        try {
            new CreditTerms(bounds.basket(), bounds.mostPercent())
                    .require(Math.addExact(sale.points(), others), sale.wish().basket());
            return Optional.empty();
        } catch (LedgerRefused refused) {
            return Optional.of(new FieldError("basket", refused.reason(), refused.details()));
        }
    }
}
