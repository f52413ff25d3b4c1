package io.steadfast.ledger.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What credit may pay of an order (P11). Both figures are in the wallet's smallest unit, as the basket is: what the
 * order's lines come to after discounts, tax included, without shipping.
 *
 * @param leastBasket below which no credit pays
 * @param mostPercent of the basket that credit may pay, rounded down
 */
public record CreditTerms(Optional<Long> leastBasket, Optional<BigDecimal> mostPercent) {

    /**
     * Asserts that so much credit may pay for an order of so much.
     *
     * @param credit all of it, with what other holds reserved or paid for the same order
     * @throws LedgerRefused BASKET_NEEDED, BASKET_TOO_SMALL, CREDIT_SHARE_EXCEEDED
     */
    public void require(long credit, Optional<Long> basket) {
        if (leastBasket.isEmpty() && mostPercent.isEmpty()) {
            return;
        }
        long comesTo = basket.orElseThrow(() -> new LedgerRefused(LedgerRefusal.BASKET_NEEDED, Map.of()));
        if (!reaches(comesTo)) {
            throw new LedgerRefused(
                    LedgerRefusal.BASKET_TOO_SMALL, Map.of("least", leastBasket.orElse(0L), "basket", comesTo));
        }
        if (credit > most(comesTo)) {
            throw new LedgerRefused(
                    LedgerRefusal.CREDIT_SHARE_EXCEEDED, Map.of("most", most(comesTo), "asked", credit));
        }
    }

    /** Whether credit may pay anything of such a basket. */
    public boolean reaches(long basket) {
        return leastBasket.filter(least -> basket < least).isEmpty();
    }

    /** The most that credit may pay of such a basket. */
    public long most(long basket) {
        return mostPercent
                .map(percent -> percent.multiply(BigDecimal.valueOf(basket))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact())
                .orElse(Long.MAX_VALUE);
    }
}
