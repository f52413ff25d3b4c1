package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * What a reward costs.
 *
 * @param points in the wallet's smallest unit
 * @param byTier other prices for members of some tiers; the lowest that a member may have counts
 * @param money paid beside the points, in minor units of the program's currency
 */
public record RewardPrice(WalletCode wallet, long points, List<TierPrice> byTier, Optional<Long> money) {

    public RewardPrice {
        byTier = List.copyOf(byTier);
    }

    /** The fewest points for which anybody may have it. */
    public long lowest() {
        return byTier.stream().mapToLong(TierPrice::points).reduce(points, Math::min);
    }
}
