package io.steadfast.memberships;

import io.steadfast.accrual.PaidPlans;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.LentTier;
import io.steadfast.tiers.LentTiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tiers and orders ask of plans: the tiers lent, and which plans are on. */
@ApplicationScoped
public class PlansHeld implements LentTiers, PaidPlans {

    @Inject
    private MembershipService memberships;

    @Override
    public List<LentTier> lentAt(MemberId member, Instant at) {
        return memberships.on(member, at).stream()
                .flatMap(on -> lent(on).stream())
                .toList();
    }

    @Override
    public Map<ProgramCode, String> onAt(MemberId member, Instant at) {
        Map<ProgramCode, String> plans = new HashMap<>();
        memberships
                .on(member, at)
                .forEach(on -> plans.put(on.program(), on.plan().code().value()));
        return plans;
    }

    @Override
    public void lookAhead(MemberId member) {
        memberships.lookAhead(member);
    }

    private static Optional<LentTier> lent(PlanOn on) {
        return on.plan()
                .lends()
                .map(lent -> new LentTier(
                        new TierSetRef(on.program(), lent.set()),
                        lent.tier(),
                        on.plan().code().value(),
                        on.until()));
    }
}
