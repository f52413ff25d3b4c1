package io.steadfast.cards.core;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.rewards.core.Availability;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.core.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a member in one program, as the calls for balance, tier, rewards and donations answer it.
 *
 * @param purses by wallet; one that isn't there is empty
 * @param places on the program's ladders
 * @param rewards of the catalogue, each judged for this member
 * @param donated minor units of the program's currency
 */
public record CardFacts(
        Map<WalletCode, Purse> purses,
        Map<TierSetCode, Place> places,
        Map<RewardCode, Availability> rewards,
        long donated) {

    public CardFacts {
        purses = Map.copyOf(purses);
        places = Map.copyOf(places);
        rewards = Map.copyOf(rewards);
    }

    /** @param lapsing the first of them that lapse */
    public record Purse(long spendable, Optional<Lapsing> lapsing) {}

    /** @param date the last day on which they can be used */
    public record Lapsing(LocalDate date, long points) {}

    /**
     * @param current the tier the member has, lent or set by hand too
     * @param earned what they have earned
     * @param until when the current tier ends if nothing more happens, exclusively; empty where no end is in sight
     */
    public record Place(TierCode current, TierStanding earned, Optional<Instant> until) {}
}
