package io.steadfast.reporting;

import io.steadfast.shared.Money;
import java.util.List;
import java.util.Map;

/**
 * What a tenant or one of its programs comes to as of an instant.
 *
 * @param points of every wallet whose points can be spent
 * @param liabilityGross what the outstanding points are worth, by currency
 * @param liability the share of it that is expected to be used, rounded half up in the end
 * @param membersByTier by code; members in no other tier stand in the base tier
 * @param spend of the orders that were judged, less what was returned, by currency
 * @param donations pledged and not taken back, by currency
 */
public record Summary(
        PointsSummary points,
        List<Money> liabilityGross,
        List<Money> liability,
        Map<String, Long> membersByTier,
        long membersEnrolled,
        List<Money> spend,
        List<PlanSpend> spendByPlan,
        List<Money> donations) {

    public Summary {
        liabilityGross = List.copyOf(liabilityGross);
        liability = List.copyOf(liability);
        membersByTier = Map.copyOf(membersByTier);
        spend = List.copyOf(spend);
        spendByPlan = List.copyOf(spendByPlan);
        donations = List.copyOf(donations);
    }
}
