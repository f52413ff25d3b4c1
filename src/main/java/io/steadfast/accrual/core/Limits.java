package io.steadfast.accrual.core;

import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.programs.core.WalletCap;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds grants within caps and budgets, and counts what the decision uses of them, rule after rule. */
final class Limits {

    /** What is left of a grant. */
    record Fitted(long points, List<CapBite> bites, List<SkipReason> refused) {}

    /** A limit seen from one rule: how many points it leaves. */
    private record Limit(
            Optional<CapKey> cap,
            Optional<BudgetKey> budget,
            SkipReason reason,
            long limit,
            long used,
            long available,
            Cap.Mode mode) {}

    private final ProgramDocument document;
    private final Usage usage;
    private final CapWindows windows;
    private final Map<CapKey, Long> capUses = new LinkedHashMap<>();
    private final Map<BudgetKey, BudgetUse> budgetUses = new LinkedHashMap<>();

    Limits(ProgramDocument document, Usage usage, CapWindows windows) {
        this.document = document;
        this.usage = usage;
        this.windows = windows;
    }

    /** How much of the points fits; nothing is counted yet. */
    Fitted fit(EarningRule rule, WalletCode wallet, long points) {
        long left = points;
        List<CapBite> bites = new ArrayList<>();
        List<SkipReason> refused = new ArrayList<>();
        for (Limit limit : limits(rule, wallet)) {
            if (left <= limit.available()) {
                continue;
            }
            long after = limit.mode() == Cap.Mode.REJECT ? 0 : Math.max(0, limit.available());
            if (after == 0) {
                refused.add(limit.reason());
            } else {
                bites.add(new CapBite(
                        limit.cap(), limit.budget(), limit.reason(), limit.limit(), limit.used(), left, after));
                left = after;
            }
        }
        return refused.isEmpty()
                ? new Fitted(left, bites, List.of())
                : new Fitted(0, List.of(), refused.stream().distinct().toList());
    }

    void count(EarningRule rule, WalletCode wallet, long points) {
        for (Cap cap : rule.caps().stream().distinct().toList()) {
            capUses.merge(windows.of(rule, wallet, cap), cap.unit() == Cap.Unit.POINTS ? points : 1, Math::addExact);
        }
        for (WalletCap cap : walletCaps(wallet)) {
            capUses.merge(windows.of(cap), cap.cap().unit() == Cap.Unit.POINTS ? points : 1, Math::addExact);
        }
        for (String code : rule.budgets()) {
            BudgetKey key = new BudgetKey(document.basics().code(), code);
            long money = value(wallet)
                    .map(value -> value.multiply(BigDecimal.valueOf(points)))
                    .map(value -> value.setScale(0, RoundingMode.CEILING).longValueExact())
                    .orElse(0L);
            budgetUses.merge(
                    key,
                    new BudgetUse(key, points, money),
                    (one, other) -> new BudgetUse(key, one.points() + other.points(), one.money() + other.money()));
        }
    }

    /** Caps of a single activity need no memory. */
    List<CapUse> capUses() {
        return capUses.entrySet().stream()
                .filter(use -> use.getKey().scope() != Cap.Scope.ACTIVITY)
                .map(use -> new CapUse(use.getKey(), use.getValue()))
                .toList();
    }

    List<BudgetUse> budgetUses() {
        return List.copyOf(budgetUses.values());
    }

    private List<Limit> limits(EarningRule rule, WalletCode wallet) {
        List<Limit> limits = new ArrayList<>();
        for (Cap cap : rule.caps()) {
            limits.add(limit(windows.of(rule, wallet, cap), cap));
        }
        for (WalletCap cap : walletCaps(wallet)) {
            limits.add(limit(windows.of(cap), cap.cap()));
        }
        for (String code : rule.budgets()) {
            document.budget(code).ifPresent(budget -> limits.addAll(limits(budget, wallet)));
        }
        return limits;
    }

    private List<WalletCap> walletCaps(WalletCode wallet) {
        return document.earning().caps().stream()
                .filter(cap -> cap.wallet().equals(wallet))
                .distinct()
                .toList();
    }

    private Limit limit(CapKey key, Cap cap) {
        long used = Math.addExact(usage.of(key), capUses.getOrDefault(key, 0L));
        long room = cap.limit() - used;
        long available = cap.unit() == Cap.Unit.POINTS ? room : room > 0 ? Long.MAX_VALUE : 0;
        return new Limit(
                Optional.of(key), Optional.empty(), CapWindows.reason(cap), cap.limit(), used, available, cap.mode());
    }

    private List<Limit> limits(Budget budget, WalletCode wallet) {
        BudgetKey key = new BudgetKey(document.basics().code(), budget.code());
        BudgetUse before = usage.of(key);
        BudgetUse here = budgetUses.getOrDefault(key, new BudgetUse(key, 0, 0));
        List<Limit> limits = new ArrayList<>();
        budget.points().ifPresent(points -> {
            long used = before.points() + here.points();
            limits.add(limit(key, budget, points, used, points - used));
        });
        budget.money()
                .ifPresent(money -> value(wallet)
                        .filter(value -> value.signum() > 0)
                        .ifPresent(value -> {
                            long used = before.money() + here.money();
                            long room = Math.max(0, money - used);
                            limits.add(limit(
                                    key,
                                    budget,
                                    money,
                                    used,
                                    BigDecimal.valueOf(room)
                                            .divide(value, 0, RoundingMode.FLOOR)
                                            .longValueExact()));
                        }));
        return limits;
    }

    private static Limit limit(BudgetKey key, Budget budget, long limit, long used, long available) {
        return new Limit(
                Optional.empty(), Optional.of(key), SkipReason.BUDGET_USED_UP, limit, used, available, budget.mode());
    }

    private Optional<BigDecimal> value(WalletCode wallet) {
        return document.wallet(wallet).flatMap(Wallet::value).map(Wallet.PointValue::minorUnits);
    }
}
