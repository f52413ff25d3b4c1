package io.steadfast.accrual.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Spreads a whole number over weights so that the parts add up exactly: everyone gets the whole part of their share,
 * what is left goes one by one to the largest remainders, ties to the earlier (Hare and Niemeyer's method).
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param total not negative
     * @param weights not negative; all zero counts as all equal
     * @return as many parts as weights, each not negative; empty for no weights
     */
    public static List<Long> spread(long total, List<Fraction> weights) {
        if (total < 0) {
            throw new ArithmeticException("Only what isn't negative can be spread: " + total);
        }
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.signum() == 0 && !weights.isEmpty()) {
            return spread(total, Collections.nCopies(weights.size(), Fraction.ONE));
        }
        List<Long> parts = new ArrayList<>(weights.size());
        List<Fraction> remainders = new ArrayList<>(weights.size());
        long given = 0;
        for (Fraction weight : weights) {
            Fraction exact = Fraction.of(total).times(weight).dividedBy(sum);
            BigInteger whole = exact.floor();
            parts.add(whole.longValueExact());
            remainders.add(exact.minus(new Fraction(whole, BigInteger.ONE)));
            given += whole.longValueExact();
        }
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            order.add(index);
        }
        // A stable sort: of equal remainders the earlier line comes first.
        order.sort(
                Comparator.comparing((Integer index) -> remainders.get(index)).reversed());
        for (int next = 0; next < total - given; next++) {
            int index = order.get(next);
            parts.set(index, parts.get(index) + 1);
        }
        return List.copyOf(parts);
    }
}
