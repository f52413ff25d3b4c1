package io.steadfast.accrual.core;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.ProgramBasics;
import java.util.Optional;

/**
 * What of an order counts for a program and wasn't given back: what indivisible effects stand and fall with (domain 49).
 */
public final class KeptBasis {

    private KeptBasis() {}

    /**
     * Whether what remains of a paid order is worth something, and at least the minimum where there is one.
     *
     * @param order as judged, with the status and returns of the present state
     */
    public static boolean meets(
            Optional<Amounts> minimum, ProgramBasics basics, Order order, ProgramJudgement judgement) {
        boolean counts = order.status() == OrderStatus.PAID || order.status() == OrderStatus.FULFILLED;
        Fraction remaining = remaining(order, judgement);
        return counts
                && remaining.signum() > 0
                && minimum.map(least -> MoneyFigures.in(order.currency(), least, basics)
                                .filter(figure -> remaining.compareTo(figure) >= 0)
                                .isPresent())
                        .orElse(true);
    }

    /** In minor units of the order's currency. */
    private static Fraction remaining(Order order, ProgramJudgement judgement) {
        ReturnedParts back = ReturnedParts.of(order);
        Fraction remaining = Fraction.ZERO;
        for (LineBasis line : judgement.basis()) {
            Fraction kept = Fraction.ONE.minus(back.of(line.lineId()));
            remaining = remaining.plus(Fraction.of(line.amount()).times(kept));
        }
        return remaining;
    }
}
