package io.steadfast.accrual.core;

import io.steadfast.ledger.core.OrderCorrection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What has to happen to what staff corrected for an order, so that exactly the part stands that belongs to what the member kept: a
 * function of what came back, not of the way there.
 *
 * @param back what goes back now, the last one first
 * @param again how many are posted once more, because a return was withdrawn
 */
public record CorrectionDue(List<Back> back, long again) {

    public CorrectionDue {
        back = List.copyOf(back);
    }

    /** Points of one correction that go back. */
    public record Back(OrderCorrection correction, long points) {}

    /**
     * @param alike of one wallet, all of them given or all of them taken, the first one first
     * @param stays how much of a correction stays with what came back of the order
     */
    public static CorrectionDue of(List<OrderCorrection> alike, ToLongFunction<OrderCorrection> stays) {
        long wanted = alike.stream()
                .filter(each -> each.made() == OrderCorrection.Made.BY_STAFF)
                .mapToLong(stays)
                .reduce(0, Math::addExact);
        long surplus = alike.stream().mapToLong(OrderCorrection::left).reduce(0, Math::addExact) - wanted;
        List<Back> back = new ArrayList<>();
        long open = surplus;
        for (int at = alike.size() - 1; at >= 0 && open > 0; at--) {
            long points = Math.min(open, alike.get(at).left());
            if (points > 0) {
                back.add(new Back(alike.get(at), points));
                open -= points;
            }
        }
        return new CorrectionDue(back, Math.max(0, -surplus));
    }
}
