package io.steadfast.tiers;

import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member's tier in one set, with the progress to the next and the history.
 *
 * @param standing what the member has earned
 * @param history the changes of what was earned, raised for their time by the tiers that staff set
 * @param lent a higher tier than the earned one that something lends; empty where nothing does
 * @param floors all that something lends now or staff set, the earned tier and lower ones too
 */
public record TierView(
        TierSetRef ref,
        TierSet set,
        TierStanding standing,
        Optional<LentTier> lent,
        List<LentTier> floors,
        List<TierFact> history) {

    public TierView {
        floors = List.copyOf(floors);
        history = List.copyOf(history);
    }

    /** The tier the member has now: the lent one where it is higher than the earned one. */
    public Tier current() {
        int earned = Math.min(standing.rank(), set.tiers().size() - 1);
        return set.tiers().get(lent.map(floor -> set.rankOf(floor.tier())).orElse(earned));
    }

    /** When the member's tier ends if nothing more happens, exclusively; empty where no end is in sight. */
    public Optional<Instant> until() {
        return until(set.rankOf(current().code()));
    }

    /**
     * How long a member who has this tier or a higher one has it, if nothing more happens: what holds it longest, the earned tier or one
     * that is lent or set. Exclusive; empty where no end is in sight, and where it isn't held.
     */
    public Optional<Instant> until(int rank) {
        List<Optional<Instant>> ends = new ArrayList<>();
        if (standing.rank() >= rank) {
            ends.add(standing.validUntil());
        }
        floors.stream().filter(floor -> set.rankOf(floor.tier()) >= rank).forEach(floor -> ends.add(floor.until()));
        return ends.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : ends.stream().flatMap(Optional::stream).max(Instant::compareTo);
    }
}
