package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks earning rules and what they refer to. */
final class RuleCheck {

    private final ProgramDocument document;
    private final Problems problems;

    RuleCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        Earning earning = document.earning();
        problems.addIf(earning.rules().isEmpty() && !document.giving().gives(), ProblemCode.NO_RULE, "earning.rules");
        problems.twice(earning.rules(), EarningRule::code, ProblemCode.RULE_TWICE, "earning.rules");
        for (int index = 0; index < earning.rules().size(); index++) {
            check(earning.rules().get(index), "earning.rules[" + index + "]");
        }
        pending(earning.pending(), Optional.empty(), "earning.pending");
        budgets(earning.budgets());
        for (int index = 0; index < earning.caps().size(); index++) {
            WalletCap cap = earning.caps().get(index);
            String path = "earning.caps[" + index + "]";
            problems.addIf(
                    document.wallet(cap.wallet()).isEmpty(),
                    ProblemCode.WALLET_UNKNOWN,
                    path + ".wallet",
                    cap.wallet());
            problems.addIf(
                    cap.cap().limit() < 1,
                    ProblemCode.LIMIT_NOT_POSITIVE,
                    path + ".cap.limit",
                    cap.cap().limit());
        }
    }

    private void check(EarningRule rule, String path) {
        problems.addIf(DocumentProblems.isEmpty(rule.name()), ProblemCode.NAME_MISSING, path + ".name");
        ConditionCheck conditions = new ConditionCheck(document, problems, rule.trigger());
        rule.when().ifPresent(when -> conditions.check(when, path + ".when"));
        rule.lines().ifPresent(lines -> {
            problems.addIf(!isOfOrder(rule), ProblemCode.EFFECT_NEEDS_ORDER, path + ".lines");
            conditions.check(lines, path + ".lines");
        });
        rule.minimumBasket().ifPresent(minimum -> {
            problems.addIf(!isOfOrder(rule), ProblemCode.EFFECT_NEEDS_ORDER, path + ".minimumBasket");
            amounts(minimum.amount(), path + ".minimumBasket.amount");
        });
        rule.validity().ifPresent(validity -> validity(validity, path + ".validity"));
        wallet(rule, path);
        effect(rule, path + ".effect");
        limits(rule, path);
        rule.pending().ifPresent(pending -> pending(pending, Optional.of(rule.trigger()), path + ".pending"));
        WalletCheck.expiry(rule.expiry(), path + ".expiry", problems);
    }

    private static boolean isOfOrder(EarningRule rule) {
        return rule.trigger() instanceof Trigger.OnOrder;
    }

    private void validity(Validity validity, String path) {
        problems.addIf(
                validity.from().isPresent()
                        && validity.through().isPresent()
                        && validity.through().get().isBefore(validity.from().get()),
                ProblemCode.VALIDITY_BACKWARDS,
                path);
    }

    private void wallet(EarningRule rule, String path) {
        boolean multiplies = rule.effect() instanceof Effect.Multiplier;
        problems.addIf(!multiplies && rule.wallet().isEmpty(), ProblemCode.WALLET_MISSING, path + ".wallet");
        rule.wallet()
                .filter(code -> document.wallet(code).isEmpty())
                .ifPresent(code -> problems.add(ProblemCode.WALLET_UNKNOWN, path + ".wallet", code));
    }

    private void effect(EarningRule rule, String path) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.PerAmount perAmount) {
            positive(perAmount.points(), path + ".points");
            amounts(perAmount.per(), path + ".per");
        } else if (effect instanceof Effect.Fixed fixed) {
            positive(BigDecimal.valueOf(fixed.points()), path + ".points");
        } else if (effect instanceof Effect.Percent percent) {
            positive(percent.percent(), path + ".percent");
            boolean money = rule.wallet()
                    .flatMap(document::wallet)
                    .map(wallet -> wallet.unit() == Wallet.Unit.CURRENCY)
                    .orElse(true);
            problems.addIf(!money, ProblemCode.PERCENT_NEEDS_CURRENCY_WALLET, path);
        } else if (effect instanceof Effect.PerUnit perUnit) {
            positive(perUnit.points(), path + ".points");
            positive(perUnit.per(), path + ".per");
            problems.addIf(
                    isOfOrder(rule) == perUnit.attribute().isPresent(),
                    ProblemCode.EFFECT_NEEDS_ORDER,
                    path + ".attribute");
        } else if (effect instanceof Effect.Multiplier multiplier) {
            multiplier(multiplier, path);
        }
        boolean ofMoney = effect instanceof Effect.PerAmount || effect instanceof Effect.Percent;
        problems.addIf(ofMoney && !isOfOrder(rule), ProblemCode.EFFECT_NEEDS_ORDER, path);
    }

    private void multiplier(Effect.Multiplier multiplier, String path) {
        positive(multiplier.factor(), path + ".factor");
        for (WalletCode code : multiplier.wallets()) {
            problems.addIf(document.wallet(code).isEmpty(), ProblemCode.WALLET_UNKNOWN, path + ".wallets", code);
        }
        boolean reachesAny = document.earning().rules().stream()
                .filter(rule -> !(rule.effect() instanceof Effect.Multiplier))
                .anyMatch(rule ->
                        multiplier.reach() == Effect.Reach.ALL || rule.pointsClass() == EarningRule.PointsClass.BASE);
        problems.addIf(!reachesAny, ProblemCode.NOTHING_TO_MULTIPLY, path);
    }

    private void limits(EarningRule rule, String path) {
        boolean multiplies = rule.effect() instanceof Effect.Multiplier;
        problems.addIf(
                multiplies && (!rule.caps().isEmpty() || !rule.budgets().isEmpty()),
                ProblemCode.LIMIT_ON_MULTIPLIER,
                path + ".caps");
        for (int index = 0; index < rule.caps().size(); index++) {
            long limit = rule.caps().get(index).limit();
            problems.addIf(limit < 1, ProblemCode.LIMIT_NOT_POSITIVE, path + ".caps[" + index + "].limit", limit);
        }
        for (int index = 0; index < rule.budgets().size(); index++) {
            String code = rule.budgets().get(index);
            String place = path + ".budgets[" + index + "]";
            Optional<Budget> budget = document.budget(code);
            problems.addIf(budget.isEmpty(), ProblemCode.BUDGET_UNKNOWN, place, code);
            boolean valued = rule.wallet()
                    .flatMap(document::wallet)
                    .flatMap(Wallet::value)
                    .isPresent();
            problems.addIf(
                    budget.flatMap(Budget::money).isPresent() && !valued, ProblemCode.BUDGET_NEEDS_VALUE, place, code);
        }
    }

    private void budgets(List<Budget> budgets) {
        problems.twice(budgets, Budget::code, ProblemCode.BUDGET_TWICE, "earning.budgets");
        for (int index = 0; index < budgets.size(); index++) {
            Budget budget = budgets.get(index);
            String path = "earning.budgets[" + index + "]";
            problems.addIf(
                    budget.points().isEmpty() && budget.money().isEmpty(),
                    ProblemCode.BUDGET_WITHOUT_LIMIT,
                    path,
                    budget.code());
            budget.points()
                    .filter(points -> points < 1)
                    .ifPresent(points -> problems.add(ProblemCode.LIMIT_NOT_POSITIVE, path + ".points", points));
            budget.money()
                    .filter(money -> money < 1)
                    .ifPresent(money -> problems.add(ProblemCode.LIMIT_NOT_POSITIVE, path + ".money", money));
        }
    }

    private void pending(Pending pending, Optional<Trigger> trigger, String path) {
        if (pending instanceof Pending.AfterDays wait) {
            problems.addIf(wait.days() < 1, ProblemCode.WAIT_NOT_POSITIVE, path + ".days", wait.days());
            problems.addIf(
                    wait.start() == Pending.Start.FULFILMENT
                            && trigger.flatMap(Trigger::activityType).isPresent(),
                    ProblemCode.WAIT_NEEDS_ORDER,
                    path + ".start");
        } else if (pending instanceof Pending.NextDate next) {
            problems.addIf(next.dates().isEmpty(), ProblemCode.WAIT_DATES_MISSING, path + ".dates");
        } else if (pending instanceof Pending.OnEvent event) {
            problems.addIf(
                    event.cancelAfterDays() < 1,
                    ProblemCode.WAIT_NOT_POSITIVE,
                    path + ".cancelAfterDays",
                    event.cancelAfterDays());
        }
    }

    private void positive(BigDecimal figure, String path) {
        problems.addIf(figure.signum() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path, figure);
    }

    private void amounts(Amounts amounts, String path) {
        amounts(amounts, path, document.basics(), problems);
    }

    /** A figure in money is stated in the program's currency and in every accepted one that has no rate. */
    static void amounts(Amounts amounts, String path, ProgramBasics basics, Problems problems) {
        String own = basics.currency().getCurrencyCode();
        problems.addIf(amounts.in(own).isEmpty(), ProblemCode.AMOUNT_MISSING, path + "." + own, own);
        for (AcceptedCurrency accepted : basics.accepted()) {
            String code = accepted.currency().getCurrencyCode();
            problems.addIf(
                    amounts.in(code).isEmpty() && accepted.rate().isEmpty(),
                    ProblemCode.AMOUNT_MISSING,
                    path + "." + code,
                    code);
        }
        amounts.byCurrency()
                .forEach((currency, amount) ->
                        problems.addIf(amount < 1, ProblemCode.FIGURE_NOT_POSITIVE, path + "." + currency, amount));
    }
}
