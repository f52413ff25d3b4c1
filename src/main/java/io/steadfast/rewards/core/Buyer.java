package io.steadfast.rewards.core;

import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.util.Map;
import java.util.Set;

/**
 * What counts about a member who wants a reward.
 *
 * @param standing whether they may do anything at all
 * @param tiers on the program's own ladders; one that isn't there is on its base tier
 * @param plans of the program that are on
 * @param spendable points by wallet, less debt; one that isn't there has none
 */
public record Buyer(
        Standing standing, Map<TierSetCode, TierCode> tiers, Set<PlanCode> plans, Map<WalletCode, Long> spendable) {

    public Buyer {
        tiers = Map.copyOf(tiers);
        plans = Set.copyOf(plans);
        spendable = Map.copyOf(spendable);
    }

    public enum Standing {
        ACTIVE,
        BLOCKED
    }
}
