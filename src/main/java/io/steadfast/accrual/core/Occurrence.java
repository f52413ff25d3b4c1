package io.steadfast.accrual.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order or an activity, whichever it is, as the rules look at it. */
record Occurrence(Instant occurredAt, Optional<Order> order, Optional<Activity> activity) {

    static Occurrence of(Order order) {
        return new Occurrence(order.occurredAt(), Optional.of(order), Optional.empty());
    }

    static Occurrence of(Activity activity) {
        return new Occurrence(activity.occurredAt(), Optional.empty(), Optional.of(activity));
    }

    List<OrderLine> lines() {
        return order.map(Order::lines).orElse(List.of());
    }

    Optional<Instant> fulfilledAt() {
        return order.flatMap(Order::fulfilledAt);
    }
}
