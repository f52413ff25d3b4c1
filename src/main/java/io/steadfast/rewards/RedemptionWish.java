package io.steadfast.rewards;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.util.Optional;

/**
 * What a member wants for their points.
 *
 * @param program where several have a reward of this code
 * @param quantity how many; empty: as many as {@code points} buy, or one
 * @param points what is to be spent; a multiple of the price
 * @param charity of a donation
 * @param order that it pays for or was done at
 * @param store where it was done, if at a till
 * @param basket what the order comes to, in the price's smallest unit; needed where credit may pay only a part of it
 */
public record RedemptionWish(
        MemberId member,
        RewardCode reward,
        Optional<ProgramCode> program,
        Optional<Integer> quantity,
        Optional<Long> points,
        Optional<String> charity,
        Optional<RewardOrder> order,
        Optional<String> store,
        Optional<Long> basket) {

    /** One of a reward. */
    public static RedemptionWish of(MemberId member, RewardCode reward) {
        return new RedemptionWish(
                member,
                reward,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public RedemptionWish at(String storeCode) {
        return new RedemptionWish(
                member, reward, program, quantity, points, charity, order, Optional.of(storeCode), basket);
    }

    /** For an order that comes to so much, in the price's smallest unit. */
    public RedemptionWish paying(long comesTo) {
        return new RedemptionWish(
                member, reward, program, quantity, points, charity, order, store, Optional.of(comesTo));
    }

    public RedemptionWish in(ProgramCode code) {
        return new RedemptionWish(member, reward, Optional.of(code), quantity, points, charity, order, store, basket);
    }
}
