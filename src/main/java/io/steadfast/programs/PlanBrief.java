package io.steadfast.programs;

import io.steadfast.programs.core.Plan;
import java.util.ArrayList;
import java.util.List;

/** What paid plans cost and give, a sentence each. */
final class PlanBrief {

    private final BriefWords say;

    PlanBrief(BriefWords say) {
        this.say = say;
    }

    String sentences() {
        return say.sentences(say.document().plans().stream().map(this::plan).toList());
    }

    private String plan(Plan plan) {
        List<String> parts = new ArrayList<>();
        plan.prices()
                .forEach(price -> parts.add(say.text("plan." + price.interval(), "price", say.money(price.amount()))));
        if (plan.prices().isEmpty()) {
            parts.add(say.text("plan.free"));
        }
        if (plan.trialDays() > 0) {
            parts.add(say.text("plan.trial", "count", plan.trialDays()));
        }
        List<String> gives = gives(plan);
        if (!gives.isEmpty()) {
            parts.add(say.text("plan.gives", "names", say.words().joined(gives, "and")));
        }
        plan.lends()
                .flatMap(lent -> say.document()
                        .tierSet(lent.set())
                        .flatMap(set -> set.tiers().stream()
                                .filter(tier -> tier.code().equals(lent.tier()))
                                .findFirst()))
                .ifPresent(tier -> parts.add(say.text("plan.lends", "tier", say.in(tier.name()))));
        if (plan.sale() == Plan.Sale.CLOSED) {
            parts.add(say.text("plan.closed"));
        }
        return say.text("plan", "plan", say.in(plan.name()), "parts", say.clauses(parts));
    }

    private List<String> gives(Plan plan) {
        List<String> gives = new ArrayList<>();
        plan.entitlements().forEach(right -> gives.add(say.in(right.name())));
        plan.multipliers()
                .forEach((wallet, factor) -> gives.add(say.text(
                        "plan.factor",
                        "factor",
                        say.words().number(factor),
                        "wallet",
                        say.words().walletName(wallet))));
        return gives;
    }
}
