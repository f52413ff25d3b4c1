package io.steadfast.tills.core;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.WrittenSale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sales and returns as orders, from the little that a receipt tells. */
public final class SaleSheet {

    private static final String CHANNEL = "store";
    private static final String LINE = "1";
    private static final String SKU = "sale";

    private SaleSheet() {}

    /** The receipt's number, the place and what was paid. */
    public record Slip(Place place, String number, long amount, Currency currency) {}

    /** A paid order of one line, marked as written by staff. */
    public static Order written(Slip slip, Instant occurredAt) {
        OrderLine line = new OrderLine(
                LINE,
                SKU,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                slip.amount(),
                0,
                0,
                Set.of(WrittenSale.TAG),
                Map.of());
        return new Order(
                slip.place().source(),
                slip.number(),
                Optional.empty(),
                Optional.empty(),
                occurredAt,
                slip.place().store().map(OrderStore::of),
                Optional.of(CHANNEL),
                slip.currency(),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line),
                0,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The same order, cancelled. */
    public static Order cancelled(Order order) {
        return new Order(
                order.source(),
                order.reference(),
                Optional.empty(),
                order.member(),
                order.occurredAt(),
                order.store(),
                order.channel(),
                order.currency(),
                OrderStatus.CANCELLED,
                order.fulfilledAt(),
                order.tax(),
                order.lines(),
                order.shipping(),
                order.tenders(),
                order.donation(),
                order.returns());
    }

    /** Everything that hasn't come back yet; empty where all has. */
    public static Optional<OrderReturn> rest(Order order, String returnId, Instant at) {
        List<OrderReturn.Line> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            BigDecimal left = line.quantity().subtract(back(order, line.lineId()));
            if (left.signum() > 0) {
                lines.add(new OrderReturn.Line(
                        Optional.of(line.lineId()), Optional.of(left.stripTrailingZeros()), Optional.empty()));
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderReturn(returnId, at, lines, OrderReturn.Status.STANDING));
    }

    /** Money back on the whole order. */
    public static OrderReturn money(String returnId, Instant at, long amount) {
        OrderReturn.Line line = new OrderReturn.Line(Optional.empty(), Optional.empty(), Optional.of(amount));
        return new OrderReturn(returnId, at, List.of(line), OrderReturn.Status.STANDING);
    }

    /** Money given back on the order so far without goods. */
    public static long moneyBack(Order order) {
        return order.returns().stream()
                .filter(OrderReturn::stands)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.quantity().isEmpty())
                .mapToLong(line -> line.amount().orElse(0L))
                .reduce(0, Math::addExact);
    }

    private static BigDecimal back(Order order, String lineId) {
        return order.returns().stream()
                .filter(OrderReturn::stands)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.lineId().equals(Optional.of(lineId)))
                .map(line -> line.quantity().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
