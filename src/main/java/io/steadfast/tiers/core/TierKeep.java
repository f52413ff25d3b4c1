package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * What the present period has to hold for a tier to last another term.
 *
 * @param need how many of the goals have to be met
 */
public record TierKeep(int need, List<Goal> goals) {

    public TierKeep {
        goals = List.copyOf(goals);
    }

    /**
     * @param wallet of status points
     * @param counter the activity type counted
     * @param current what the present period holds of it
     */
    public record Goal(
            TierSet.Metric.Kind metric,
            Optional<WalletCode> wallet,
            Optional<String> counter,
            long threshold,
            long current) {}
}
