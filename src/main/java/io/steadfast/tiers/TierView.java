package io.steadfast.tiers;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierStanding;
import java.util.List;
import java.util.Optional;

/**
 * A member's tier in one set, with the progress to the next and the history.
 *
 * @param standing what the member has earned
 * @param history the changes of what was earned, raised for their time by the tiers that staff set
 * @param lent a higher tier than the earned one that something lends; empty where nothing does
 */
public record TierView(
        TierSetRef ref, TierSet set, TierStanding standing, Optional<LentTier> lent, List<TierFact> history) {

    public TierView {
        history = List.copyOf(history);
    }

    /** The tier the member has now: the lent one where it is higher than the earned one. */
    public Tier current() {
        int earned = Math.min(standing.rank(), set.tiers().size() - 1);
        return set.tiers().get(lent.map(floor -> set.rankOf(floor.tier())).orElse(earned));
    }
}
