package io.steadfast.accrual.core;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.core.MetricChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an order counts towards the tiers of a set (domain 27): all of it when it happened, less what each return took at
 * the return's instant, in the period of the order. A function of the order's present state, so that any way to the same
 * state counts the same.
 */
public final class TierMetric {

    /** Not numbered: a return that arrives late must not renumber the others. */
    private static final int BOUGHT = 0;

    private static final int RETURNED = 1;

    private final Order order;
    private final ProgramVersion version;
    private final TierSet.Metric metric;
    private final String measure;
    private final List<Grant> grants;

    private TierMetric(Order order, ProgramVersion version, Measured measured, List<Grant> grants) {
        this.order = order;
        this.version = version;
        this.metric = measured.metric();
        this.measure = measured.name();
        this.grants = List.copyOf(grants);
    }

    /** Something that is measured: the set's metric, or what a goal is about. */
    private record Measured(String name, TierSet.Metric metric) {}

    /**
     * @param order as judged, with the status and returns of the present state
     * @param grants of this program to the order
     * @return nothing for an order that isn't paid or was cancelled
     */
    public static List<MetricChange> of(Order order, ProgramVersion version, TierSet set, List<Grant> grants) {
        boolean counts = order.status() == OrderStatus.PAID || order.status() == OrderStatus.FULFILLED;
        if (!counts) {
            return List.of();
        }
        List<MetricChange> changes = new ArrayList<>(
                new TierMetric(order, version, new Measured(TierSet.METRIC, set.metric()), grants).changes());
        set.measures()
                .forEach((name, metric) ->
                        changes.addAll(new TierMetric(order, version, new Measured(name, metric), grants).changes()));
        return changes;
    }

    private List<MetricChange> changes() {
        return switch (metric.kind()) {
            case SPEND -> changes(this::spendLeft);
            case STATUS_POINTS -> changes(this::statusPointsLeft);
            case ORDERS -> changes(state -> ReturnedParts.of(state).whole() ? 0 : 1);
            case COUNTER -> List.of();
        };
    }

    private List<MetricChange> changes(ToLongFunction<Order> left) {
        List<OrderReturn> returns = order.returns().stream()
                .filter(OrderReturn::stands)
                .sorted(Comparator.comparing(OrderReturn::at).thenComparing(OrderReturn::returnId))
                .toList();
        List<MetricChange> changes = new ArrayList<>();
        long standing = left.applyAsLong(withReturns(List.of()));
        add(changes, order.occurredAt(), BOUGHT, standing);
        for (int number = 1; number <= returns.size(); number++) {
            long after = left.applyAsLong(withReturns(returns.subList(0, number)));
            Instant at = returns.get(number - 1).at();
            add(changes, at.isBefore(order.occurredAt()) ? order.occurredAt() : at, RETURNED, after - standing);
            standing = after;
        }
        return changes;
    }

    private void add(List<MetricChange> changes, Instant at, int part, long delta) {
        if (delta != 0) {
            changes.add(
                    new MetricChange(at, order.occurredAt(), order.source(), order.reference(), part, delta, measure));
        }
    }

    private Order withReturns(List<OrderReturn> returns) {
        return order.withReturns(returns);
    }

    /** In minor units of the program's currency, each line floored like points, so that thresholds are met to the cent. */
    private long spendLeft(Order state) {
        ReturnedParts parts = ReturnedParts.of(state);
        Fraction rate = Fraction.of(
                version.document().basics().rateFrom(order.currency()).orElse(BigDecimal.ZERO));
        long left = 0;
        for (LineBasis line : OrderBasis.of(order, metric.basis())) {
            Fraction amount = Fraction.of(line.amount()).times(rate);
            long taken = amount.times(parts.of(line.lineId())).floor().longValueExact();
            left = Math.addExact(left, amount.floor().longValueExact() - taken);
        }
        return left;
    }

    private long statusPointsLeft(Order state) {
        ReturnedParts parts = ReturnedParts.of(state);
        List<LineBasis> basis = OrderBasis.of(order, metric.basis());
        return grants.stream()
                .filter(grant -> metric.wallet().filter(grant.wallet()::equals).isPresent())
                .mapToLong(grant -> grant.points()
                        - parts.taken(grant, basis).stream()
                                .mapToLong(LineShare::points)
                                .sum())
                .reduce(0, Math::addExact);
    }
}
