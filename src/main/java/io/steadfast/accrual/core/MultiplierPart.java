package io.steadfast.accrual.core;

import java.math.BigDecimal;

/** One of the factors a line's points were multiplied with: a tier's, a plan's or a rule's, by its code. */
public record MultiplierPart(Source source, String code, BigDecimal factor) {

    public enum Source {
        TIER,
        PLAN,
        RULE
    }
}
