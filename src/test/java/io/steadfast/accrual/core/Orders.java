package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders in the words of the shop, for tests. */
final class Orders {

    static final MemberId ANNA = new MemberId(new UUID(1, 1));
    static final MemberId BEN = new MemberId(new UUID(1, 2));
    static final Instant BOUGHT = Instant.parse("2026-03-14T10:00:00Z");

    private Orders() {}

    static Order order(Optional<Long> revision, Optional<MemberId> member, OrderStatus status, OrderLine... lines) {
        return new Order(
                "shop",
                "1001",
                revision,
                member,
                BOUGHT,
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance("EUR"),
                status,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                Arrays.asList(lines),
                0,
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Order paid(OrderLine... lines) {
        return order(Optional.empty(), Optional.of(ANNA), OrderStatus.PAID, lines);
    }

    static OrderLine line(String lineId, long quantity, long amount) {
        return new OrderLine(
                lineId,
                "SKU-" + lineId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.valueOf(quantity),
                amount,
                0,
                0,
                Set.of(),
                Map.of());
    }

    static OrderReturn goods(String returnId, String lineId, long quantity) {
        return new OrderReturn(
                returnId,
                BOUGHT.plusSeconds(86_400),
                List.of(new OrderReturn.Line(
                        Optional.of(lineId), Optional.of(BigDecimal.valueOf(quantity)), Optional.empty())),
                OrderReturn.Status.STANDING);
    }

    static OrderReturn money(String returnId, Optional<String> lineId, long amount) {
        return new OrderReturn(
                returnId,
                BOUGHT.plusSeconds(86_400),
                List.of(new OrderReturn.Line(lineId, Optional.empty(), Optional.of(amount))),
                OrderReturn.Status.STANDING);
    }
}
