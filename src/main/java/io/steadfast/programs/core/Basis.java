package io.steadfast.programs.core;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What counts besides the lines' net amounts after discounts (domain 46). Nothing listed means: without tax, shipping,
 * tips, purchases of gift cards and whatever was paid with points, a gift card or credit.
 */
public record Basis(Set<Part> includes) {

    public static final Basis NET = new Basis(Set.of());

    public Basis {
        // In one order, so that the same document is always written alike.
        includes = Collections.unmodifiableSet(new TreeSet<>(includes));
    }

    public enum Part {
        TAX,
        SHIPPING,
        /** Lines tagged {@code tip}. */
        TIPS,
        /** Lines tagged {@code gift_card}. */
        GIFT_CARD_PURCHASES,
        PAID_WITH_POINTS,
        PAID_WITH_GIFT_CARD,
        PAID_WITH_CREDIT
    }
}
