package io.steadfast.designer.core;

import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A year of somebody who joins with its first order and uses nothing: what they collect, when they rise, what lapses, and what they
 * could have for it.
 *
 * @param spend minor units of the program's currency
 * @param points in the wallets one can spend from
 * @param worth minor units of the program's currency; empty where a wallet states no value
 * @param percent of what was spent that comes back, with at most two decimals
 * @param reached the tiers in the order in which they began
 * @param lapsed within the year, by its last days, the earliest first
 * @param lapsing after the year without another order, the same way
 * @param rewards in the order in which they could first be had
 * @param donated minor units of the program's currency that the brand gave to charity
 */
public record MemberYear(
        long spend,
        int orders,
        long points,
        Optional<BigDecimal> worth,
        Optional<BigDecimal> percent,
        List<Reached> reached,
        List<Lapse> lapsed,
        List<Lapse> lapsing,
        List<Affordable> rewards,
        long donated) {

    public MemberYear {
        reached = List.copyOf(reached);
        lapsed = List.copyOf(lapsed);
        lapsing = List.copyOf(lapsing);
        rewards = List.copyOf(rewards);
    }

    /**
     * A tier.
     *
     * @param order by which it was reached, from 1
     * @param through the last day of its validity as known when it was reached; empty where it has no end
     */
    public record Reached(Tier tier, LocalDate day, int order, Optional<LocalDate> through) {}

    /** Points that are usable through a day for the last time. */
    public record Lapse(LocalDate last, long points) {}

    /** The first day on which a reward can be had. */
    public record Affordable(Reward reward, LocalDate day) {}

    public long lapsedPoints() {
        return lapsed.stream().mapToLong(Lapse::points).sum();
    }
}
