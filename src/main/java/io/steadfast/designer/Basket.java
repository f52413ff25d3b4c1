package io.steadfast.designer;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A made-up basket of one line.
 *
 * @param amount minor units of the program's currency
 * @param category of the line; empty for none
 */
public record Basket(long amount, String category, String channel) {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    /** As an order paid by card at an instant. */
    public Order order(Currency currency, Instant at) {
        OrderLine line = new OrderLine(
                "1",
                "example",
                Optional.empty(),
                filled(category),
                Optional.empty(),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
        return new Order(
                "example",
                "1",
                Optional.empty(),
                Optional.of(SOMEBODY),
                at,
                Optional.<OrderStore>empty(),
                filled(channel),
                currency,
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line),
                0,
                List.of(Tender.of(Tender.Kind.CARD, amount)),
                Optional.empty(),
                List.of());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text.strip()).filter(one -> !one.isEmpty());
    }
}
