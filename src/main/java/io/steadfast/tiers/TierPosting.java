package io.steadfast.tiers;

import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.store.TierKey;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down what time and new versions made of a tier, and tells of it. The member's lock is held. */
@Dependent
class TierPosting {

    @Inject
    TierWalk walk;

    @Inject
    TierEvents events;

    @Inject
    @Any
    Instance<TierFollower> followers;

    /** Where the member stands once all that is due by then is posted; posts nothing twice. */
    KeptStanding upToDate(TierKey key, KeptStanding kept, TierWalk.Start start) {
        boolean behind = start.course().isBehind(kept, start.now());
        boolean due = kept.dueAt().filter(each -> !each.isAfter(start.now())).isPresent();
        if (!behind && !due) {
            return kept;
        }
        KeptStanding after = walk.on(key, Optional.of(kept), start, List.of());
        TierMove move = tell(key, kept.tier(), after, behind ? TierEvents.Cause.RULES : TierEvents.Cause.REVIEW);
        follow(key, move, Optional.empty(), start.now());
        return after;
    }

    /** Tells of a move that something counted made, where it is one. */
    TierMove counted(TierKey key, TierCode before, KeptStanding after, Counted by) {
        TierMove move = tell(key, before, after, TierEvents.Cause.METRIC);
        if (by.occasion().isPresent()) {
            follow(key, move, by.occasion(), by.now());
        }
        return move;
    }

    /**
     * What counted, and when.
     *
     * @param occasion as {@link CountedActivity#occasion} says
     */
    record Counted(Optional<UUID> occasion, Instant now) {}

    private void follow(TierKey key, TierMove move, Optional<UUID> occasion, Instant now) {
        if (!move.before().equals(move.after())) {
            TierTurn turn = new TierTurn(key.member(), key.set(), move.before(), move.after(), occasion, now);
            followers.forEach(follower -> follower.follow(turn));
        }
    }

    private TierMove tell(TierKey key, TierCode before, KeptStanding after, TierEvents.Cause cause) {
        TierMove move = new TierMove(key.set().set(), before, after.tier());
        events.tell(
                key.member(),
                key.set(),
                move,
                new TierEvents.Told(cause, after.state().held().until()));
        return move;
    }
}
