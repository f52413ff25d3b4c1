package io.steadfast.accrual.core;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the factors a line's points were multiplied with: a tier's, a plan's or a rule's, by its code.
 *
 * @param share for which share of the line it holds; empty for all of it. The shares of one tier set follow each other and add
 *     up to the whole
 */
public record MultiplierPart(Source source, String code, BigDecimal factor, Optional<Share> share) {

    public enum Source {
        TIER,
        PLAN,
        RULE
    }

    /** So much of what the order counts towards its tier. */
    public record Share(long part, long of) {

        Fraction fraction() {
            return Fraction.of(part).dividedBy(Fraction.of(of));
        }
    }

    static MultiplierPart whole(Source source, String code, BigDecimal factor) {
        return new MultiplierPart(source, code, factor, Optional.empty());
    }

    boolean changesNothing() {
        return share.isEmpty() && factor.compareTo(BigDecimal.ONE) == 0;
    }
}
