package io.steadfast.tiers.core;

import io.steadfast.shared.TierCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongToIntFunction;

/**
 * Cuts what an order counts at the thresholds it crosses (domain 38). It asks nothing but to which rank an amount leads, so it
 * fits every metric, period and way of keeping a tier.
 */
public final class Crossing {

    private Crossing() {}

    /**
     * @param counted what the order counts in all, 0 or more
     * @param rankAfter the rank once so much of it has counted; never falls when more does
     * @param tier the code of a rank
     * @return the parts from the lowest tier up, which add up to {@code counted}; what reaches a threshold still lies below it
     */
    public static List<TierPart> parts(long counted, LongToIntFunction rankAfter, IntFunction<TierCode> tier) {
        List<TierPart> parts = new ArrayList<>();
        int rank = rankAfter.applyAsInt(0);
        int last = rankAfter.applyAsInt(counted);
        long begun = 0;
        while (rank < last) {
            long reached = leastAbove(rank, begun, counted, rankAfter);
            parts.add(new TierPart(tier.apply(rank), reached - begun));
            begun = reached;
            rank = rankAfter.applyAsInt(reached);
        }
        if (counted > begun) {
            parts.add(new TierPart(tier.apply(rank), counted - begun));
        }
        return List.copyOf(parts);
    }

    /** The least amount above {@code low} that leads beyond the rank; {@code high} does. */
    private static long leastAbove(int rank, long low, long high, LongToIntFunction rankAfter) {
        long below = low;
        long above = high;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (rankAfter.applyAsInt(middle) > rank) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
