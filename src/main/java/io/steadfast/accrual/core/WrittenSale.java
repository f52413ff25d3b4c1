package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sale that staff wrote down from the till's receipt. When the till reports it later it is the same order: it keeps the moment
 * at which it was written down, and its member where the till names none.
 */
public final class WrittenSale {

    /** Marks the line of such a sale. */
    public static final String TAG = "written_by_staff";

    /** Marks the first line of one that its till has reported since. */
    private static final String REPORTED = "written_then_reported";

    /** Marks the first line of one that was undone before its till reported it: whose sale it is isn't known from then. */
    private static final String UNDONE = "undone_then_reported";

    /** Tills close once a day; what is further apart is another sale under a number used again. */
    private static final Duration APART = Duration.ofDays(1);

    private WrittenSale() {}

    /** Whether staff wrote it and no till has reported it yet. */
    public static boolean isOne(Order order) {
        return isMarked(order, TAG);
    }

    /** Whose sale it is by the word of staff, whether or not its till has reported it since. */
    public static Optional<MemberId> owner(Order order) {
        return order.paid() && (isOne(order) || isMarked(order, REPORTED)) ? order.member() : Optional.empty();
    }

    private static boolean began(Order order) {
        return isOne(order) || isMarked(order, REPORTED) || isMarked(order, UNDONE);
    }

    private static boolean isMarked(Order order, String mark) {
        return order.lines().stream().anyMatch(line -> line.tags().contains(mark));
    }

    /** The till's report as a state of the order that stands. */
    public static Order taken(Order standing, Order arriving) {
        boolean same = began(standing)
                && !isOne(arriving)
                && Duration.between(standing.occurredAt(), arriving.occurredAt())
                                .abs()
                                .compareTo(APART)
                        <= 0;
        String mark = !standing.paid() || isMarked(standing, UNDONE) ? UNDONE : REPORTED;
        return same ? at(arriving, standing.occurredAt(), mark) : arriving;
    }

    private static Order at(Order order, Instant occurredAt, String mark) {
        return new Order(
                order.source(),
                order.reference(),
                order.revision(),
                order.member(),
                occurredAt,
                order.store(),
                order.channel(),
                order.currency(),
                order.status(),
                order.fulfilledAt(),
                order.tax(),
                marked(order.lines(), mark),
                order.shipping(),
                order.tenders(),
                order.donation(),
                order.returns());
    }

    private static List<OrderLine> marked(List<OrderLine> lines, String mark) {
        List<OrderLine> marked = new ArrayList<>(lines);
        OrderLine first = lines.get(0);
        Set<String> tags = new HashSet<>(first.tags());
        tags.removeAll(List.of(REPORTED, UNDONE));
        tags.add(mark);
        marked.set(
                0,
                new OrderLine(
                        first.lineId(),
                        first.sku(),
                        first.name(),
                        first.category(),
                        first.brand(),
                        first.quantity(),
                        first.amount(),
                        first.discount(),
                        first.tax(),
                        tags,
                        first.attributes()));
        return marked;
    }
}
