package io.steadfast.designer.core;

import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Buyer;
import io.steadfast.rewards.core.Supply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rewards come within reach in a year and when, judged as the catalogue judges: tier, plan, window and points. */
final class YearRewards {

    private static final Supply ENDLESS = new Supply(OptionalLong.empty(), 0, Supply.Donations.TAKEN);

    private final ProgramDocument document;
    private final Set<PlanCode> plans;
    private final YearTiers tiers;
    private final YearLots lots;

    YearRewards(ProgramDocument document, Collection<String> plans, YearTiers tiers, YearLots lots) {
        this.document = document;
        this.plans = document.plans().stream()
                .map(plan -> plan.code())
                .filter(code -> plans.contains(code.value()))
                .collect(Collectors.toSet());
        this.tiers = tiers;
        this.lots = lots;
    }

    /** @param moments by rising instant */
    List<MemberYear.Affordable> affordable(List<Instant> moments) {
        Set<Reward> waiting = new HashSet<>(document.rewards());
        List<MemberYear.Affordable> affordable = new ArrayList<>();
        for (Instant at : moments) {
            Buyer buyer = new Buyer(Buyer.Standing.ACTIVE, tiers.at(at), plans, lots.usable(at));
            for (Reward reward : document.rewards()) {
                if (waiting.contains(reward) && can(reward, buyer, at)) {
                    waiting.remove(reward);
                    affordable.add(new MemberYear.Affordable(reward, YearWalk.day(at, document)));
                }
            }
        }
        return affordable;
    }

    private boolean can(Reward reward, Buyer buyer, Instant at) {
        return Availability.of(reward, document, buyer, ENDLESS, new Availability.Wanted(1, at))
                .available();
    }
}
