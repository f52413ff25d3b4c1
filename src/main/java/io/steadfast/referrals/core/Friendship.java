package io.steadfast.referrals.core;

import io.steadfast.programs.core.Trigger.Side;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member who brought a friend into a program.
 *
 * @param order the friend's order that wins them; empty while there is none
 * @param dueAt when something is to be done about it; empty while nothing is in sight
 * @param referrerReward what the referrer got for it
 * @param friendReward what the friend got
 */
public record Friendship(
        UUID id,
        ProgramCode program,
        MemberId referrer,
        MemberId friend,
        Instant joinedAt,
        State state,
        Optional<WinningOrder> order,
        Optional<Instant> dueAt,
        Reward referrerReward,
        Reward friendReward) {

    /** The order by which a friend is won. */
    public record WinningOrder(UUID id, String source, String reference) {}

    /**
     * What one side got.
     *
     * @param points that stand
     * @param skipped why a rule gave nothing
     */
    public record Reward(Paid paid, long points, List<String> skipped) {

        public static final Reward NONE = new Reward(Paid.NO, 0, List.of());

        public Reward {
            skipped = List.copyOf(skipped);
        }

        /** Nothing of it stands any more. */
        public Reward takenBack() {
            return new Reward(Paid.NO, 0, skipped);
        }
    }

    /** Whether a side's reward was recorded. */
    public enum Paid {
        NO,
        YES
    }

    /** Where it stands. */
    public enum State {
        /** Waits for a first order. */
        JOINED,
        /** Waits until the order can't come back. */
        ORDERED,
        /** Both sides have it. */
        REWARDED,
        /** The order came back after that: both sides' rewards go back. */
        TAKING_BACK,
        TAKEN_BACK
    }

    public Reward reward(Side side) {
        return side == Side.REFERRER ? referrerReward : friendReward;
    }

    public MemberId member(Side side) {
        return side == Side.REFERRER ? referrer : friend;
    }

    /** A friend's order stands for it. */
    public Friendship ordered(WinningOrder by, Optional<Instant> due) {
        return with(State.ORDERED, Optional.of(by), due);
    }

    /** The order doesn't stand any more: nothing was paid and another may come, or what was paid goes back. */
    public Friendship lost(Instant now) {
        boolean paidNobody = referrerReward.paid() == Paid.NO && friendReward.paid() == Paid.NO;
        return paidNobody
                ? with(State.JOINED, Optional.empty(), Optional.empty())
                : with(State.TAKING_BACK, order, Optional.of(now));
    }

    /** Whether a side's reward is to be recorded now. */
    public boolean pays(Side side, Instant now) {
        return state == State.ORDERED && isDue(now) && reward(side).paid() == Paid.NO;
    }

    /** Whether a side's reward is to go back now. */
    public boolean takes(Side side, Instant now) {
        return state == State.TAKING_BACK && isDue(now) && reward(side).paid() == Paid.YES;
    }

    private boolean isDue(Instant now) {
        return dueAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** One side's reward became another; done where both sides have what they should. */
    public Friendship settled(Side side, Reward now) {
        Friendship changed = new Friendship(
                id,
                program,
                referrer,
                friend,
                joinedAt,
                state,
                order,
                dueAt,
                side == Side.REFERRER ? now : referrerReward,
                side == Side.FRIEND ? now : friendReward);
        return changed.finished();
    }

    private Friendship finished() {
        boolean both = referrerReward.paid() == friendReward.paid();
        Paid wanted = state == State.ORDERED ? Paid.YES : Paid.NO;
        if (!both || friendReward.paid() != wanted) {
            return this;
        }
        return with(state == State.ORDERED ? State.REWARDED : State.TAKEN_BACK, order, Optional.empty());
    }

    private Friendship with(State next, Optional<WinningOrder> by, Optional<Instant> due) {
        return new Friendship(id, program, referrer, friend, joinedAt, next, by, due, referrerReward, friendReward);
    }

    /** The same, looked at again later. */
    public Friendship later(Instant at) {
        return with(state, order, Optional.of(at));
    }
}
