package io.steadfast.tiers;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierStanding;
import java.util.List;

/** A member's tier in one set, with the progress to the next and the history. */
public record TierView(TierSetRef ref, TierSet set, TierStanding standing, List<TierFact> history) {

    public TierView {
        history = List.copyOf(history);
    }
}
