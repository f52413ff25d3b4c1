package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a tier for another term, where it isn't the metric's threshold alone (domain 34): of several goals so many. Whoever
 * meets the tier's own threshold once more keeps it in any case.
 *
 * @param need how many of the goals have to be met in one period
 */
public record Keeping(int need, List<Goal> goals) {

    public Keeping {
        goals = List.copyOf(goals);
    }

    /**
     * One of them.
     *
     * @param wallet of status points
     * @param counter the activity type counted
     * @param threshold in what is measured: minor units of the program's currency, points or a count
     */
    public record Goal(
            TierSet.Metric.Kind metric, Optional<WalletCode> wallet, Optional<String> counter, long threshold) {}
}
