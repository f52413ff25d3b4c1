package io.steadfast.accrual.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What has to happen to points that paid for a part of an order, so that exactly the part that comes back is back (domain
 * 51): a function of what came back, not of the way there.
 *
 * @param spends as they stand once it has happened, but for what is spent again
 * @param back what comes back now, the last spent first
 * @param again how many have to be spent once more, because a return was withdrawn
 */
public record SpendDue(List<StandingSpend> spends, List<Back> back, long again) {

    public SpendDue {
        spends = List.copyOf(spends);
        back = List.copyOf(back);
    }

    /** Points of one spend that come back. */
    public record Back(StandingSpend spend, long points) {}

    /**
     * @param spends of one payment, the first one first, then those that were made again
     * @param part of the money that came back, 0 to 1
     */
    public static SpendDue of(List<StandingSpend> spends, Fraction part) {
        long paid = spends.get(0).points();
        long target = paid - Fraction.of(paid).times(part).floor().longValueExact();
        long surplus = spends.stream().mapToLong(StandingSpend::left).sum() - target;
        List<StandingSpend> after = new ArrayList<>();
        List<Back> back = new ArrayList<>();
        for (int at = spends.size() - 1; at >= 0; at--) {
            StandingSpend spend = spends.get(at);
            long points = Math.max(0, Math.min(surplus, spend.left()));
            surplus -= points;
            if (points > 0) {
                back.add(new Back(spend, points));
            }
            after.add(spend.returning(points));
        }
        Collections.reverse(after);
        return new SpendDue(after, back, Math.max(0, -surplus));
    }
}
