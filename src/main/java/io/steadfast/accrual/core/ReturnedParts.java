package io.steadfast.accrual.core;

import io.steadfast.programs.core.MinimumBasket;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each line of an order has come back: exact fractions from 0 to 1, a function of the order's present state
 * alone. Points that went with it follow by {@link #taken}: cumulative, so the same whatever the order of the returns
 * (domain 49). A shop that reports more than there was takes back the whole line and no more.
 */
public final class ReturnedParts {

    private final Map<String, Fraction> byLine;

    private ReturnedParts(Map<String, Fraction> byLine) {
        this.byLine = Map.copyOf(byLine);
    }

    /** What has come back of this order; all of it when it is cancelled. */
    public static ReturnedParts of(Order order) {
        Map<String, Fraction> parts = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            parts.put(line.lineId(), order.status() == OrderStatus.CANCELLED ? Fraction.ONE : part(order, line));
        }
        return new ReturnedParts(parts);
    }

    private static Fraction part(Order order, OrderLine line) {
        Fraction goods = share(quantityBack(order, line.lineId()), line.quantity());
        Fraction money = share(moneyBack(order, Optional.of(line.lineId())), BigDecimal.valueOf(line.amount()));
        // Money back on the whole order falls on the lines by their net amounts: the same share of each.
        Fraction overall = share(moneyBack(order, Optional.empty()), BigDecimal.valueOf(order.linesAmount()));
        Fraction sum = goods.plus(money).plus(overall);
        return sum.compareTo(Fraction.ONE) >= 0 ? Fraction.ONE : sum;
    }

    private static Fraction share(BigDecimal part, BigDecimal whole) {
        if (part.signum() <= 0) {
            return Fraction.ZERO;
        }
        return part.compareTo(whole) >= 0 ? Fraction.ONE : Fraction.of(part).dividedBy(Fraction.of(whole));
    }

    /** Goods of this line that came back and weren't withdrawn, as reported. */
    static BigDecimal quantityBack(Order order, String lineId) {
        return order.returns().stream()
                .filter(OrderReturn::stands)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.lineId().equals(Optional.of(lineId)))
                .map(line -> line.quantity().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal moneyBack(Order order, Optional<String> lineId) {
        return order.returns().stream()
                .filter(OrderReturn::stands)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.lineId().equals(lineId) && line.quantity().isEmpty())
                .map(line -> BigDecimal.valueOf(line.amount().orElse(0L)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of one line; nothing of a line the order no longer has. */
    public Fraction of(String lineId) {
        return byLine.getOrDefault(lineId, Fraction.ZERO);
    }

    /** Whether everything came back. */
    public boolean whole() {
        return byLine.values().stream().allMatch(Fraction.ONE::equals);
    }

    /**
     * The points to take back of a grant, by line: ⌊granted × part⌋, all of them at the whole. A grant that stands and
     * falls with its basket stands whole while what remains meets the minimum and goes whole when it doesn't.
     *
     * @param basis what counts of each line by the program's own switches, for the minimum
     * @return the grant's lines in order; the sum never exceeds the grant
     */
    public List<LineShare> taken(Grant grant, List<LineBasis> basis) {
        if (isAllOrNothing(grant)) {
            boolean falls = whole() || remaining(basis).compareTo(Fraction.of(minimum(grant))) < 0;
            return falls ? grant.shares() : List.of();
        }
        return grant.shares().stream()
                .map(share -> new LineShare(share.lineId(), part(share)))
                .filter(share -> share.points() > 0)
                .toList();
    }

    private long part(LineShare share) {
        return part(share.points(), share.lineId());
    }

    private long part(long points, String lineId) {
        return Fraction.of(points).times(of(lineId)).floor().longValueExact();
    }

    /**
     * How many to take back of points that belong to the order as a whole: they are spread over the lines as the points that rules
     * grant for it.
     *
     * @param points not negative
     * @param basis what counts of each line
     */
    public long taken(long points, List<LineBasis> basis) {
        if (whole()) {
            return points;
        }
        List<Long> shares = LargestRemainder.spread(
                points, basis.stream().map(line -> Fraction.of(line.amount())).toList());
        long taken = 0;
        for (int at = 0; at < basis.size(); at++) {
            taken += part(shares.get(at), basis.get(at).lineId());
        }
        return taken;
    }

    /**
     * The same of points that were given or taken for what was left of the order once so much had come back: they are spread over that,
     * and what had come back before takes nothing of them. Where nothing was left they belong to the whole order.
     *
     * @param before what had come back by then
     */
    public long takenSince(ReturnedParts before, long points, List<LineBasis> basis) {
        if (whole() || before.whole()) {
            return taken(points, basis);
        }
        List<Long> shares = LargestRemainder.spread(
                points,
                basis.stream()
                        .map(line -> Fraction.of(line.amount()).times(before.left(line.lineId())))
                        .toList());
        long taken = 0;
        for (int at = 0; at < basis.size(); at++) {
            taken += Fraction.of(shares.get(at))
                    .times(since(before, basis.get(at).lineId()))
                    .floor()
                    .longValueExact();
        }
        return taken;
    }

    private Fraction left(String lineId) {
        return Fraction.ONE.minus(of(lineId));
    }

    /** The part of what was left of a line. */
    private Fraction since(ReturnedParts before, String lineId) {
        Fraction more = of(lineId).minus(before.of(lineId));
        return more.signum() <= 0 ? Fraction.ZERO : more.dividedBy(before.left(lineId));
    }

    private static boolean isAllOrNothing(Grant grant) {
        return grant.minimum()
                .filter(minimum -> minimum.onReturn() == MinimumBasket.OnReturn.ALL_OR_NOTHING)
                .isPresent();
    }

    private static long minimum(Grant grant) {
        return grant.minimum().map(Grant.Minimum::amount).orElse(0L);
    }

    private Fraction remaining(List<LineBasis> basis) {
        Fraction remaining = Fraction.ZERO;
        for (LineBasis line : basis) {
            remaining = remaining.plus(Fraction.of(line.amount()).times(Fraction.ONE.minus(of(line.lineId()))));
        }
        return remaining;
    }

    /** The part of all the money that came back, for what was paid with points. */
    public Fraction ofMoney(Order order) {
        if (whole()) {
            return Fraction.ONE;
        }
        if (order.linesAmount() == 0) {
            return Fraction.ZERO;
        }
        Fraction back = Fraction.ZERO;
        for (OrderLine line : order.lines()) {
            back = back.plus(Fraction.of(line.amount()).times(of(line.lineId())));
        }
        return back.dividedBy(Fraction.of(order.linesAmount()));
    }
}
