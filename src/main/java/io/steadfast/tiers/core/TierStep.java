package io.steadfast.tiers.core;

import io.steadfast.programs.core.Tier;
import java.util.List;

/**
 * A walk that was made: where it stopped, and the facts it adds to those that are written.
 *
 * @param ladder from the base tier upward: what the facts' ranks mean
 */
public record TierStep(KeptStanding standing, List<TierFact> facts, List<Tier> ladder) {

    public TierStep {
        facts = List.copyOf(facts);
        ladder = List.copyOf(ladder);
    }
}
