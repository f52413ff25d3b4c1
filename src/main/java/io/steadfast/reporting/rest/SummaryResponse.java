package io.steadfast.reporting.rest;

import io.steadfast.reporting.PlanSpend;
import io.steadfast.reporting.PointsSummary;
import io.steadfast.reporting.Summary;
import io.steadfast.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A summary as callers read it; see {@link Summary}. Points are in the wallets' smallest units, money by currency.
 *
 * @param liabilityGross the outstanding points at their full value
 * @param liability the share that is expected to be used
 */
public record SummaryResponse(
        long accrued,
        long activated,
        long redeemed,
        long expired,
        long reversed,
        long adjusted,
        long outstanding,
        long pending,
        long held,
        long debt,
        List<Money> liabilityGross,
        List<Money> liability,
        Map<String, Long> membersByTier,
        long membersEnrolled,
        List<Money> spend,
        List<PlanResponse> spendByPlan,
        List<Money> donations) {

    static SummaryResponse of(Summary summary) {
        PointsSummary points = summary.points();
        return new SummaryResponse(
                points.accrued(),
                points.activated(),
                points.redeemed(),
                points.expired(),
                points.reversed(),
                points.adjusted(),
                points.outstanding(),
                points.pending(),
                points.held(),
                points.debt(),
                summary.liabilityGross(),
                summary.liability(),
                new TreeMap<>(summary.membersByTier()),
                summary.membersEnrolled(),
                summary.spend(),
                summary.spendByPlan().stream().map(PlanResponse::of).toList(),
                summary.donations());
    }

    /** What members spent with a plan on; {@code plan} is left out for those without one. */
    public record PlanResponse(Optional<String> plan, long members, long orders, Money spend) {

        static PlanResponse of(PlanSpend spend) {
            return new PlanResponse(spend.plan(), spend.members(), spend.orders(), spend.spend());
        }
    }
}
