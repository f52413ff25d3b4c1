package io.steadfast.rewards;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.programs.RewardSentence;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RedemptionState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish that can be granted.
 *
 * @param why who wanted it
 * @param each points for one, as they are for this member
 * @param dates by the member's tiers: until when what is bought can be used, and what its use keeps alive
 */
record Sale(
        UUID id,
        RedemptionWish wish,
        Why why,
        ProgramVersion version,
        Reward reward,
        int quantity,
        long each,
        GrantDates dates,
        Instant at) {

    /**
     * Who wanted it.
     *
     * @param occasion the order or activity that brought the points, where nobody asked
     */
    record Why(RedemptionCause cause, Optional<UUID> occasion) {

        static final Why REQUEST = new Why(RedemptionCause.REQUEST, Optional.empty());

        /** As the books and vouchers name it. */
        String code() {
            return cause == RedemptionCause.AUTOMATIC ? "SELF_REDEMPTION" : "REDEMPTION";
        }
    }

    RewardPrice price() {
        return reward.price().orElseThrow();
    }

    long points() {
        return Math.multiplyExact(each, quantity);
    }

    Redemption made(RedemptionBooks.Booked booked, int stockTaken, Optional<Instant> validUntil) {
        return new Redemption(
                id,
                wish.member(),
                version.code(),
                version.version(),
                reward.code(),
                RewardSentence.kind(reward.gives()),
                quantity,
                price().wallet(),
                points(),
                Math.multiplyExact(price().money().orElse(0L), quantity),
                booked.entry(),
                booked.credit(),
                stockTaken,
                reward.gives() instanceof RewardKind.PhysicalItem ? RedemptionState.ORDERED : RedemptionState.ISSUED,
                wish.order(),
                wish.store(),
                at,
                validUntil,
                why.cause(),
                why.occasion(),
                1);
    }
}
