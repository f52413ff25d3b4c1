package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.TierCode;
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

    static TierState enrolled(Instant at, TierSet set) {
        Metric metric = Metric.NONE.under(set, TierCalendar.ALWAYS);
        return new TierState(Holding.base(at), List.of(), metric, Optional.empty());
    }

    TierState withMetric(Metric other) {
        return new TierState(held, beneath, other, upgradeAt);
    }

    /** The same tiers on a ladder that has other steps; a tier that is gone becomes the next one below it that isn't. */
    TierState onLadder(List<Tier> before, List<Tier> after) {
        List<TierCode> codes = after.stream().map(Tier::code).toList();
        return new TierState(
                held.ranked(rank(held.rank(), before, codes)),
                beneath.stream()
                        .map(holding -> holding.ranked(rank(holding.rank(), before, codes)))
                        .toList(),
                metric,
                upgradeAt);
    }

    /** The same where the metric that earned the tiers isn't kept as it was: no return takes them back. */
    TierState withoutEvidence() {
        return new TierState(
                held.withoutEvidence(),
                beneath.stream().map(Holding::withoutEvidence).toList(),
                metric,
                upgradeAt);
    }

    private static int rank(int rank, List<Tier> before, List<TierCode> after) {
        for (int step = Math.min(rank, before.size() - 1); step > 0; step--) {
            int found = after.indexOf(before.get(step).code());
            if (found >= 0) {
                return found;
            }
        }
        return 0;
    }

    TierState withUpgradeAt(Optional<Instant> other) {
        return new TierState(held, beneath, metric, other);
    }
}
