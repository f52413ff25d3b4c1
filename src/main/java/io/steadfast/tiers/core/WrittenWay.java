package io.steadfast.tiers.core;

import java.util.List;

/**
 * All that is written of a member on a ladder.
 *
 * @param changes everything that ever counted
 * @param facts by their start; of equal starts the last stands
 */
public record WrittenWay(List<MetricChange> changes, List<TierFact> facts) {

    public WrittenWay {
        changes = List.copyOf(changes);
        facts = List.copyOf(facts);
    }
}
