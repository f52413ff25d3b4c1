package io.steadfast.rewards.core;

import io.steadfast.ledger.core.CreditTerms;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.Money;
import java.util.Optional;

/** What credit may pay of an order (P11), as one more reason against a reward that costs such credit. */
public final class CreditBound {

    private CreditBound() {}

    /** The bounds of the wallet a reward is paid from; empty where it may pay all of anything. */
    public static Optional<Wallet.Spending> of(ProgramDocument document, Reward reward) {
        return reward.price()
                .map(RewardPrice::wallet)
                .flatMap(document::wallet)
                .flatMap(Wallet::spending)
                .filter(bounds ->
                        bounds.basket().isPresent() || bounds.mostPercent().isPresent());
    }

    /**
     * What stands against paying so much; the redemption itself also counts what else pays for the same order.
     *
     * @param credit in the wallet's smallest unit
     * @param basket what the order comes to; empty where nobody has said
     */
    public static Optional<Unmet> against(ProgramDocument document, Reward reward, long credit, Optional<Long> basket) {
        return of(document, reward).flatMap(bounds -> against(document, bounds, credit, basket));
    }

    private static Optional<Unmet> against(
            ProgramDocument document, Wallet.Spending bounds, long credit, Optional<Long> basket) {
        if (basket.isEmpty()) {
            return Optional.of(Unmet.of(UnmetReason.BASKET_NEEDED));
        }
        CreditTerms terms = new CreditTerms(bounds.basket(), bounds.mostPercent());
        if (!terms.reaches(basket.get())) {
            return Optional.of(Unmet.amount(
                    UnmetReason.BASKET_TOO_SMALL,
                    money(document, bounds.basket().orElse(0L))));
        }
        long most = terms.most(basket.get());
        return credit > most
                ? Optional.of(Unmet.amount(UnmetReason.CREDIT_SHARE_EXCEEDED, money(document, most)))
                : Optional.empty();
    }

    private static Money money(ProgramDocument document, long amount) {
        return new Money(amount, document.basics().currency());
    }
}
