package io.steadfast.tiers.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a member stands in a tier set after all changes up to some moment.
 *
 * @param held the tier held now
 * @param beneath tiers that a higher one covers and that would show again if a return took it
 * @param metric everything that counted
 * @param upgradeAt when a tier that begins with the next period begins; empty where none is waiting
 */
public record TierState(Holding held, List<Holding> beneath, Metric metric, Optional<Instant> upgradeAt) {

    public TierState {
        beneath = List.copyOf(beneath);
    }

    static TierState enrolled(Instant at) {
        return new TierState(Holding.base(at), List.of(), Metric.NONE, Optional.empty());
    }

    TierState withMetric(Metric other) {
        return new TierState(held, beneath, other, upgradeAt);
    }

    TierState withUpgradeAt(Optional<Instant> other) {
        return new TierState(held, beneath, metric, other);
    }
}
