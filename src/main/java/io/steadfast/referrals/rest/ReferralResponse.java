package io.steadfast.referrals.rest;

import io.steadfast.referrals.core.Friendship;
import io.steadfast.referrals.core.Friendship.Paid;
import io.steadfast.referrals.core.Friendship.Reward;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A friend as callers see one.
 *
 * @param state joined, ordered, rewarded, taking_back or taken_back
 * @param order the friend's order that wins them
 * @param dueAt when both are rewarded if the order stands until then
 */
public record ReferralResponse(
        UUID id,
        ProgramCode program,
        MemberId friendId,
        Instant joinedAt,
        String state,
        Optional<OrderPart> order,
        Optional<Instant> dueAt,
        RewardPart referrerReward,
        RewardPart friendReward) {

    /** An order by its key. */
    public record OrderPart(String source, String reference) {}

    /** What one side has of it; {@code skipped} says why nothing was given. */
    public record RewardPart(boolean recorded, long points, List<String> skipped) {

        static RewardPart of(Reward reward) {
            return new RewardPart(reward.paid() == Paid.YES, reward.points(), reward.skipped());
        }
    }

    static ReferralResponse of(Friendship one) {
        return new ReferralResponse(
                one.id(),
                one.program(),
                one.friend(),
                one.joinedAt(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.order().map(order -> new OrderPart(order.source(), order.reference())),
                one.dueAt(),
                RewardPart.of(one.referrerReward()),
                RewardPart.of(one.friendReward()));
    }
}
