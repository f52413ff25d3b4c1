package io.steadfast.programs;

import io.steadfast.programs.core.Entitlement;
import io.steadfast.programs.core.Plan;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of each paid plan: fee, trial, renewal, grace, leaving and what it gives. */
final class PlanTerms {

    private final Words terms;

    PlanTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        return terms.document().plans().stream()
                .map(plan -> new Terms.Section(terms.text("plans", "plan", name(plan)), paragraphs(plan)))
                .toList();
    }

    private List<String> paragraphs(Plan plan) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(terms.text("plans.sale." + plan.sale(), "plan", name(plan)));
        for (Plan.Price price : plan.prices()) {
            paragraphs.add(terms.text(
                    "plans.price." + price.interval(),
                    "price",
                    terms.money(price.amount(), terms.document().basics().currency())));
        }
        paragraphs.add(
                plan.trialDays() == 0
                        ? terms.text("plans.trial.none")
                        : terms.text("plans.trial", "count", plan.trialDays()));
        paragraphs.add(terms.text("plans.renewal." + plan.renewal()));
        if (plan.renewal() == Plan.Renewal.AUTOMATIC) {
            grace(plan, paragraphs);
        }
        paragraphs.add(
                plan.priceNoticeDays() == 0
                        ? terms.text("plans.notice.none")
                        : terms.text("plans.notice", "count", plan.priceNoticeDays()));
        plan.cancellation().forEach(way -> paragraphs.add(terms.text("plans.leaving." + way)));
        if (plan.cancellation().contains(Plan.Leaving.NOW)) {
            paragraphs.add(terms.text("plans.refund." + plan.refund()));
        }
        gives(plan, paragraphs);
        paragraphs.add(terms.text("plans.fee"));
        return paragraphs;
    }

    private void grace(Plan plan, List<String> paragraphs) {
        if (plan.graceDays() == 0) {
            paragraphs.add(terms.text("plans.grace.none"));
        } else {
            paragraphs.add(terms.text("plans.grace", "count", plan.graceDays()));
            paragraphs.add(terms.text("plans.pastdue." + plan.pastDue(), "plan", name(plan)));
        }
    }

    private void gives(Plan plan, List<String> paragraphs) {
        for (Entitlement entitlement : plan.entitlements()) {
            String detail = entitlement.detail().in(terms.language());
            String right = entitlement.name().in(terms.language());
            paragraphs.add(
                    detail.isBlank()
                            ? terms.text("plans.right", "plan", name(plan), "right", right)
                            : terms.text("plans.right.detail", "plan", name(plan), "right", right, "detail", detail));
        }
        plan.multipliers()
                .forEach((wallet, factor) -> paragraphs.add(terms.text(
                        "multiplier.plan",
                        "plan",
                        name(plan),
                        "factor",
                        terms.number(factor),
                        "wallet",
                        terms.walletName(wallet))));
        plan.lends()
                .flatMap(lent -> terms.document()
                        .tierSet(lent.set())
                        .filter(set -> set.rankOf(lent.tier()) >= 0)
                        .map(set -> set.tiers().get(set.rankOf(lent.tier()))))
                .ifPresent(tier -> paragraphs.add(terms.text(
                        "plans.lends", "plan", name(plan), "tier", tier.name().in(terms.language()))));
    }

    private String name(Plan plan) {
        return plan.name().in(terms.language());
    }
}
