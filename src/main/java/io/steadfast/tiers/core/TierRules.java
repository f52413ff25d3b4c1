package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Transition;
import java.time.Instant;
import java.util.List;

/**
 * A tier set as a program version states it.
 *
 * @param version its number: a later version has a higher one
 * @param from when the version came into force; what happened before is never judged by it
 * @param standing what becomes of tiers held then: kept to their end, or judged at once
 */
public record TierRules(int version, Instant from, TierSet set, Transition.Tiers standing) {

    /** Whether nobody's tier can differ between both: names, benefits, rates and what crossing an order earns judge nobody. */
    boolean judgesLike(TierRules other) {
        return judging(set).equals(judging(other.set));
    }

    /** Whether what counted under one still counts under the other. */
    boolean countsLike(TierRules other) {
        return unit(set.metric()).equals(unit(other.set.metric()));
    }

    /** A set with everything else left out. */
    private static List<Object> judging(TierSet set) {
        return List.of(
                set.tiers().stream().map(TierRules::step).toList(),
                unit(set.metric()),
                set.period(),
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                set.rollover(),
                set.onReturn());
    }

    private static List<Object> step(Tier tier) {
        return List.of(tier.code(), tier.threshold(), tier.renewal(), tier.keeps());
    }

    /** Other switches of the same spend count later orders otherwise and leave alone what has counted. */
    private static List<Object> unit(TierSet.Metric metric) {
        return List.of(metric.kind(), metric.wallet(), metric.counter());
    }
}
