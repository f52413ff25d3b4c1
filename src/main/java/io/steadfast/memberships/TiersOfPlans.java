package io.steadfast.memberships;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.LentTier;
import io.steadfast.tiers.LentTiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tiers that plans lend while they are on. */
@ApplicationScoped
public class TiersOfPlans implements LentTiers {

    @Inject
    private MembershipService memberships;

    @Override
    public List<LentTier> lentAt(MemberId member, Instant at) {
        return memberships.on(member, at).stream()
                .flatMap(on -> lent(on).stream())
                .toList();
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
