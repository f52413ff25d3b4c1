package io.steadfast.accrual;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.core.CreditTerms;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.WalletCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what credit paid of an order with what the wallet lets it pay (P11). The hold was refused where it was too much; an
 * order that was taken all the same, because it came to less than the checkout said, isn't refused: its receipt names it.
 * An order in another currency than the wallet's isn't compared: the hold was judged in the wallet's.
 */
final class CreditBounds {

    private final Order order;
    private final Map<WalletCode, Long> paid = new LinkedHashMap<>();
    private final Map<WalletCode, CreditTerms> terms = new LinkedHashMap<>();

    CreditBounds(Order order) {
        this.order = order;
    }

    /** @param amount in minor units of the order's currency, of a tender that a hold on this wallet paid */
    void paid(Wallet wallet, ProgramBasics basics, long amount) {
        if (!basics.currency().equals(order.currency())) {
            return;
        }
        wallet.spending().ifPresent(spending -> {
            terms.put(wallet.code(), new CreditTerms(spending.basket(), spending.mostPercent()));
            paid.merge(wallet.code(), amount, Math::addExact);
        });
    }

    List<Receipt.Problem> problems() {
        long basket = basket();
        List<Receipt.Problem> problems = new ArrayList<>();
        terms.forEach((wallet, each) -> {
            if (!each.reaches(basket)) {
                problems.add(new Receipt.Problem("BASKET_TOO_SMALL", wallet.value()));
            } else if (paid.getOrDefault(wallet, 0L) > each.most(basket)) {
                problems.add(new Receipt.Problem("CREDIT_SHARE_EXCEEDED", wallet.value()));
            }
        });
        return problems;
    }

    /** What the lines come to after discounts, tax included, without shipping. */
    private long basket() {
        boolean included = order.tax() == Order.TaxTreatment.INCLUDED;
        return order.lines().stream()
                .mapToLong(line -> cost(line, included ? 0 : line.tax()))
                .reduce(0, Math::addExact);
    }

    private static long cost(OrderLine line, long tax) {
        return Math.addExact(line.amount(), tax);
    }
}
