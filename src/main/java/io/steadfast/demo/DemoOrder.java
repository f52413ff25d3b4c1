package io.steadfast.demo;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Tender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A paid order of one set, as a demo brand's own shop would report it. */
record DemoOrder(DemoBrand brand, String reference, long amount, Instant at) {

    private static final String SHOP = "demo";

    static DemoOrder of(DemoBrand brand, String reference, long amount, Instant at) {
        return new DemoOrder(brand, reference, amount, at);
    }

    Order plain() {
        return donating(Optional.empty());
    }

    Order donating(Optional<OrderDonation> donation) {
        return order(Optional.empty(), List.of(Tender.of(Tender.Kind.CARD, amount)), donation);
    }

    /** Of something in a category. */
    Order of(String category) {
        return order(Optional.of(category), List.of(Tender.of(Tender.Kind.CARD, amount)), Optional.empty());
    }

    Order paidWith(List<Tender> tenders) {
        return order(Optional.empty(), tenders, Optional.empty());
    }

    private Order order(Optional<String> category, List<Tender> tenders, Optional<OrderDonation> donation) {
        OrderLine line = new OrderLine(
                "1",
                "set",
                Optional.of("Set"),
                category,
                Optional.of(brand.name()),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
        return new Order(
                SHOP,
                reference,
                Optional.empty(),
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                brand.currency(),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line),
                0,
                tenders,
                donation,
                List.of());
    }
}
