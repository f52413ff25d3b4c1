package io.steadfast.designer;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A made-up basket.
 *
 * @param channel it is bought through; empty for none
 * @param store it is bought in; empty for none
 * @param paid what else than a card pays of it, in minor units of the program's currency
 */
public record Basket(List<Item> items, String channel, Optional<OrderStore> store, Map<Tender.Kind, Long> paid) {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    public Basket {
        items = List.copyOf(items);
        paid = Map.copyOf(paid);
    }

    /**
     * One line of it.
     *
     * @param amount minor units of the program's currency
     * @param category empty for none
     * @param sku empty for any
     */
    public record Item(long amount, String category, String sku) {}

    /** One line that is bought anywhere. */
    public static Basket of(long amount, String category) {
        return new Basket(List.of(new Item(amount, category, "")), "", Optional.empty(), Map.of());
    }

    /** What it costs, in minor units. */
    public long amount() {
        return items.stream().mapToLong(Item::amount).sum();
    }

    /** As an order paid by card at an instant. */
    public Order order(Currency currency, Instant at) {
        return order(currency, at, Optional.empty());
    }

    /** The same where it is handed over at once. */
    Order fulfilled(Currency currency, Instant at) {
        return order(currency, at, Optional.of(at));
    }

    private Order order(Currency currency, Instant at, Optional<Instant> fulfilledAt) {
        List<OrderLine> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(line(Integer.toString(lines.size() + 1), item));
        }
        return new Order(
                "example",
                "1",
                Optional.empty(),
                Optional.of(SOMEBODY),
                at,
                store,
                filled(channel),
                currency,
                fulfilledAt.isPresent() ? OrderStatus.FULFILLED : OrderStatus.PAID,
                fulfilledAt,
                Order.TaxTreatment.INCLUDED,
                lines,
                0,
                tenders(currency),
                Optional.empty(),
                List.of());
    }

    /** The parts that were said, the rest by card. Throws {@link NotThat} where they come to more than it costs. */
    private List<Tender> tenders(Currency currency) {
        long rest = amount();
        List<Tender> tenders = new ArrayList<>();
        for (Tender.Kind kind : Tender.Kind.values()) {
            long part = paid.getOrDefault(kind, 0L);
            if (part > rest) {
                throw new NotThat(Numbers.major(part, currency));
            }
            if (part > 0) {
                tenders.add(Tender.of(kind, part));
                rest -= part;
            }
        }
        if (rest > 0 || tenders.isEmpty()) {
            tenders.add(Tender.of(Tender.Kind.CARD, rest));
        }
        return tenders;
    }

    private static OrderLine line(String id, Item item) {
        return new OrderLine(
                id,
                filled(item.sku()).orElse("example"),
                Optional.empty(),
                filled(item.category()),
                Optional.empty(),
                BigDecimal.ONE,
                item.amount(),
                0,
                0,
                Set.of(),
                Map.of());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text.strip()).filter(one -> !one.isEmpty());
    }
}
