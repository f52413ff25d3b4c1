package io.steadfast.accrual.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The returns of an order: a union by {@code returnId}. Leaving one out withdraws nothing, a withdrawal is final whether
 * it comes before or after the return itself, and the order in which they arrive doesn't matter.
 *
 * @param all every return known, withdrawn ones too
 * @param reused the first id that came again with other goods or money
 */
public record OrderReturns(List<OrderReturn> all, Optional<String> reused) {

    public OrderReturns {
        all = List.copyOf(all);
    }

    public static OrderReturns union(List<OrderReturn> known, List<OrderReturn> arriving) {
        Map<String, OrderReturn> byId = new LinkedHashMap<>();
        known.forEach(each -> byId.put(each.returnId(), each));
        for (OrderReturn each : arriving) {
            OrderReturn before = byId.get(each.returnId());
            if (before != null && differ(before, each)) {
                return new OrderReturns(known, Optional.of(each.returnId()));
            }
            byId.put(each.returnId(), before == null ? each : together(before, each));
        }
        // By id: the present state must not tell in which order its returns came.
        List<OrderReturn> all = new ArrayList<>(byId.values());
        all.sort((one, other) -> one.returnId().compareTo(other.returnId()));
        return new OrderReturns(all, Optional.empty());
    }

    private static boolean differ(OrderReturn one, OrderReturn other) {
        return !namesOnly(one)
                && !namesOnly(other)
                && !(one.at().equals(other.at()) && one.lines().equals(other.lines()));
    }

    /** A withdrawal may name the return without repeating what was in it. */
    private static boolean namesOnly(OrderReturn each) {
        return !each.stands() && each.lines().isEmpty();
    }

    private static OrderReturn together(OrderReturn one, OrderReturn other) {
        OrderReturn content = namesOnly(one) ? other : one;
        return one.stands() && other.stands() ? content : content.withdrawn();
    }
}
