package io.steadfast.tiers;

import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.store.TierKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Writes down what time and new versions made of a tier, and tells of it. The member's lock is held. */
@Dependent
class TierPosting {

    @Inject
    TierWalk walk;

    @Inject
    TierEvents events;

    /** Where the member stands once all that is due by then is posted; posts nothing twice. */
    KeptStanding upToDate(TierKey key, KeptStanding kept, TierWalk.Start start) {
        boolean behind = start.course().isBehind(kept, start.now());
        boolean due = kept.dueAt().filter(each -> !each.isAfter(start.now())).isPresent();
        if (!behind && !due) {
            return kept;
        }
        KeptStanding after = walk.on(key, Optional.of(kept), start, List.of());
        tell(key, kept.tier(), after, behind ? TierEvents.Cause.RULES : TierEvents.Cause.REVIEW);
        return after;
    }

    /** Tells of a move, where it is one. */
    TierMove tell(TierKey key, TierCode before, KeptStanding after, TierEvents.Cause cause) {
        TierMove move = new TierMove(key.set().set(), before, after.tier());
        events.tell(
                key.member(),
                key.set(),
                move,
                new TierEvents.Told(cause, after.state().held().until()));
        return move;
    }
}
