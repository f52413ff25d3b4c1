package io.steadfast.rewards.core;

import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.util.Map;

/**
 * What counts about a member who wants a reward.
 *
 * @param standing whether they may do anything at all
 * @param tiers on the program's own ladders; one that isn't there is on its base tier
 * @param spendable points by wallet, less debt; one that isn't there has none
 */
public record Buyer(Standing standing, Map<TierSetCode, TierCode> tiers, Map<WalletCode, Long> spendable) {

    public Buyer {
        tiers = Map.copyOf(tiers);
        spendable = Map.copyOf(spendable);
    }

    public enum Standing {
        ACTIVE,
        BLOCKED
    }
}
