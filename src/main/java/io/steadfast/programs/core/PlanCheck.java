package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/** Checks paid plans. */
final class PlanCheck {

    private static final int MOST_DAYS = 366;

    private final ProgramDocument document;
    private final Problems problems;

    PlanCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<Plan> plans = document.plans();
        problems.addIf(plans.isEmpty() && document.basics().kind() == ProgramKind.PAID, ProblemCode.NO_PLAN, "plans");
        problems.twice(plans, Plan::code, ProblemCode.PLAN_TWICE, "plans");
        for (int index = 0; index < plans.size(); index++) {
            Plan plan = plans.get(index);
            String path = "plans[" + index + "]";
            problems.addIf(DocumentProblems.isEmpty(plan.name()), ProblemCode.NAME_MISSING, path + ".name");
            prices(plan, path);
            days(plan, path);
            benefits(plan, path);
            problems.addIf(
                    plan.cancellation().isEmpty(), ProblemCode.NO_WAY_TO_LEAVE, path + ".cancellation", plan.code());
        }
    }

    private void prices(Plan plan, String path) {
        problems.addIf(plan.prices().isEmpty(), ProblemCode.PLAN_WITHOUT_PRICE, path + ".prices", plan.code());
        problems.twice(plan.prices(), Plan.Price::interval, ProblemCode.PRICE_TWICE, path + ".prices");
        for (int index = 0; index < plan.prices().size(); index++) {
            Plan.Price price = plan.prices().get(index);
            problems.addIf(
                    price.amount() <= 0,
                    ProblemCode.FIGURE_NOT_POSITIVE,
                    path + ".prices[" + index + "].amount",
                    price.amount());
            problems.addIf(
                    plan.graceDays() >= price.interval().leastDays(),
                    ProblemCode.GRACE_LONGER_THAN_INTERVAL,
                    path + ".graceDays",
                    plan.graceDays(),
                    price.interval().leastDays());
        }
    }

    private void days(Plan plan, String path) {
        outside(plan.trialDays(), path + ".trialDays");
        outside(plan.priceNoticeDays(), path + ".priceNoticeDays");
        problems.addIf(plan.graceDays() < 0, ProblemCode.GRACE_NEGATIVE, path + ".graceDays");
    }

    private void outside(int days, String path) {
        problems.addIf(days < 0 || days > MOST_DAYS, ProblemCode.DAYS_OUT_OF_RANGE, path, days, MOST_DAYS);
    }

    private void benefits(Plan plan, String path) {
        entitlements(plan.entitlements(), path + ".entitlements", problems);
        plan.multipliers().forEach((wallet, factor) -> {
            String at = path + ".multipliers." + wallet;
            problems.addIf(document.wallet(wallet).isEmpty(), ProblemCode.WALLET_UNKNOWN, at, wallet);
            problems.addIf(factor.signum() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, at, factor);
        });
        plan.lends().ifPresent(lent -> lentTier(lent, path + ".lends"));
        problems.addIf(
                plan.entitlements().isEmpty()
                        && plan.multipliers().isEmpty()
                        && plan.lends().isEmpty(),
                ProblemCode.PLAN_GIVES_NOTHING,
                path,
                plan.code());
    }

    private void lentTier(Plan.LentTier lent, String path) {
        Optional<TierSet> set = document.tierSet(lent.set());
        problems.addIf(set.isEmpty(), ProblemCode.TIER_SET_UNKNOWN, path + ".set", lent.set());
        set.ifPresent(ladder -> {
            int rank = ladder.rankOf(lent.tier());
            problems.addIf(rank < 0, ProblemCode.LENT_TIER_UNKNOWN, path + ".tier", lent.tier(), lent.set());
            problems.addIf(rank == 0, ProblemCode.LENT_TIER_IS_BASE, path + ".tier", lent.tier());
        });
    }

    /** Rights named by plans, and by whatever else grants them. */
    static void entitlements(List<Entitlement> entitlements, String path, Problems problems) {
        problems.twice(entitlements, Entitlement::code, ProblemCode.ENTITLEMENT_TWICE, path);
        for (int index = 0; index < entitlements.size(); index++) {
            Entitlement one = entitlements.get(index);
            String at = path + "[" + index + "]";
            problems.addIf(one.code().isBlank(), ProblemCode.ENTITLEMENT_WITHOUT_CODE, at + ".code");
            problems.addIf(DocumentProblems.isEmpty(one.name()), ProblemCode.NAME_MISSING, at + ".name");
        }
    }
}
