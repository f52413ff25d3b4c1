package io.steadfast.stamps.core;

import io.steadfast.accrual.core.Fraction;
import io.steadfast.accrual.core.LineBasis;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.StampCard;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an order gives a stamp: it does while what remains of it still meets the card's conditions (domain 49).
 */
public final class StampRule {

    private StampRule() {}

    /** @param order as judged, with the status and returns of the present state */
    public static boolean stamps(StampCard card, ProgramBasics basics, Order order, ProgramJudgement judgement) {
        boolean counts = order.status() == OrderStatus.PAID || order.status() == OrderStatus.FULFILLED;
        if (!counts) {
            return false;
        }
        Fraction remaining = remaining(card, order, judgement);
        return card.minimum()
                .map(minimum -> reaches(remaining, minimum, basics, order))
                .orElse(remaining.signum() > 0);
    }

    /** What counts, less what came back, in minor units of the order's currency. */
    private static Fraction remaining(StampCard card, Order order, ProgramJudgement judgement) {
        Set<String> counting = order.lines().stream()
                .filter(line -> card.counts(line.sku(), line.category()))
                .map(OrderLine::lineId)
                .collect(Collectors.toSet());
        ReturnedParts back = ReturnedParts.of(order);
        Fraction remaining = Fraction.ZERO;
        for (LineBasis line : judgement.basis()) {
            if (counting.contains(line.lineId())) {
                Fraction kept = Fraction.ONE.minus(back.of(line.lineId()));
                remaining = remaining.plus(Fraction.of(line.amount()).times(kept));
            }
        }
        return remaining;
    }

    private static boolean reaches(Fraction remaining, Amounts minimum, ProgramBasics basics, Order order) {
        OptionalLong stated = minimum.in(order.currency().getCurrencyCode());
        if (stated.isPresent()) {
            return remaining.compareTo(Fraction.of(stated.getAsLong())) >= 0;
        }
        Optional<BigDecimal> rate = basics.rateFrom(order.currency());
        OptionalLong own = minimum.in(basics.currency().getCurrencyCode());
        return rate.isPresent()
                && own.isPresent()
                && remaining
                                .times(Fraction.of(major(rate.get(), order, basics)))
                                .compareTo(Fraction.of(own.getAsLong()))
                        >= 0;
    }

    /** Minor units for minor units: currencies differ in their decimals. */
    private static BigDecimal major(BigDecimal rate, Order order, ProgramBasics basics) {
        int from = order.currency().getDefaultFractionDigits();
        int to = basics.currency().getDefaultFractionDigits();
        return rate.movePointRight(to - from);
    }
}
