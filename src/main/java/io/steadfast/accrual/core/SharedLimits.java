package io.steadfast.accrual.core;

import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.programs.core.WalletCap;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The limits of a version that all members share: its budgets, and caps over everyone. Each has a name under which its use
 * is counted, so that nobody locks more than that one limit.
 */
public final class SharedLimits {

    private final ProgramVersion version;
    private final Map<BudgetKey, Budget> budgets = new HashMap<>();
    private final Map<CapKey, Cap> caps = new HashMap<>();

    /** The limits as they apply to something that occurred at this instant. */
    public SharedLimits(ProgramVersion version, Instant occurredAt) {
        this.version = version;
        ProgramDocument document = version.document();
        CapWindows windows = new CapWindows(document, occurredAt);
        document.earning()
                .budgets()
                .forEach(budget -> budgets.put(new BudgetKey(version.code(), budget.code()), budget));
        for (EarningRule rule : document.earning().rules()) {
            rule.wallet().ifPresent(wallet -> rule.caps().forEach(cap -> keep(windows.of(rule, wallet, cap), cap)));
        }
        for (WalletCap cap : document.earning().caps()) {
            keep(windows.of(cap), cap.cap());
        }
    }

    private void keep(CapKey key, Cap cap) {
        if (cap.scope() == Cap.Scope.EVERYONE) {
            caps.put(key, cap);
        }
    }

    /** Whether nothing here is shared, so that nothing needs to be taken. */
    public boolean none() {
        return budgets.isEmpty() && caps.isEmpty();
    }

    /** What a decision wants of each of them, in the order in which they are taken. */
    public List<SharedDemand> demands(AccrualDecision decision) {
        Map<String, SharedDemand> demands = new TreeMap<>();
        for (BudgetUse use : decision.budgetUses()) {
            Budget budget = budgets.get(use.key());
            if (budget != null) {
                budget.points().ifPresent(total -> put(demands, points(use.key()), total, use.points()));
                budget.money().ifPresent(total -> put(demands, money(use.key()), total, use.money()));
            }
        }
        for (CapUse use : decision.capUses()) {
            Cap cap = caps.get(use.key());
            if (cap != null) {
                put(demands, name(use.key()), cap.limit(), use.amount());
            }
        }
        return List.copyOf(demands.values());
    }

    private void put(Map<String, SharedDemand> demands, String name, long total, long wanted) {
        demands.put(name, new SharedDemand(name, version.version(), total, wanted));
    }

    /**
     * The use to judge with when only so much could be had of some of them.
     *
     * @param had by name, all that can be had; what isn't there isn't scarce
     */
    public Usage scarce(Usage own, Map<String, Long> had) {
        Map<CapKey, Long> capUse = new HashMap<>(own.caps());
        Map<BudgetKey, BudgetUse> budgetUse = new HashMap<>(own.budgets());
        caps.forEach((key, cap) -> {
            Long available = had.get(name(key));
            if (available != null) {
                capUse.put(key, cap.limit() - available);
            }
        });
        budgets.forEach((key, budget) -> {
            long points = used(budget.points(), Optional.ofNullable(had.get(points(key))));
            long money = used(budget.money(), Optional.ofNullable(had.get(money(key))));
            if (points > 0 || money > 0) {
                budgetUse.put(key, new BudgetUse(key, points, money));
            }
        });
        return new Usage(capUse, budgetUse);
    }

    private static long used(Optional<Long> total, Optional<Long> available) {
        return total.isPresent() && available.isPresent() ? total.get() - available.get() : 0;
    }

    /**
     * What an order keeps of each of them: less than it was given where returns give back.
     *
     * @param grants what stands of this program
     * @param capUses of the judgement; empty once the order is cancelled
     */
    public Map<String, SharedDemand> kept(List<StandingGrant> grants, List<CapUse> capUses) {
        Map<String, SharedDemand> kept = new TreeMap<>();
        budgets.forEach((key, budget) -> {
            List<StandingGrant> own =
                    grants.stream().filter(grant -> draws(grant, budget)).toList();
            budget.points().ifPresent(total -> put(kept, points(key), total, pointsOf(own, budget)));
            budget.money().ifPresent(total -> put(kept, money(key), total, moneyOf(own, budget)));
        });
        for (CapUse use : capUses) {
            Cap cap = caps.get(use.key());
            if (cap != null) {
                put(kept, name(use.key()), cap.limit(), use.amount());
            }
        }
        kept.values().removeIf(demand -> demand.wanted() == 0);
        return kept;
    }

    private boolean draws(StandingGrant grant, Budget budget) {
        return version.document()
                .rule(grant.key().rule())
                .filter(rule -> rule.budgets().contains(budget.code()))
                .isPresent();
    }

    private static long pointsOf(List<StandingGrant> grants, Budget budget) {
        return grants.stream().mapToLong(grant -> left(grant, budget)).reduce(0, Math::addExact);
    }

    private long moneyOf(List<StandingGrant> grants, Budget budget) {
        return grants.stream()
                .mapToLong(grant -> worth(grant.key().wallet(), left(grant, budget)))
                .reduce(0, Math::addExact);
    }

    private static long left(StandingGrant grant, Budget budget) {
        return budget.onReturn() == Budget.OnReturn.GIVE_BACK
                ? grant.net()
                : grant.grant().points();
    }

    private long worth(WalletCode wallet, long points) {
        return version.document()
                .wallet(wallet)
                .flatMap(Wallet::value)
                .map(Wallet.PointValue::minorUnits)
                .map(value -> value.multiply(BigDecimal.valueOf(points)))
                .map(value -> value.setScale(0, RoundingMode.CEILING).longValueExact())
                .orElse(0L);
    }

    private static String points(BudgetKey key) {
        return key.program() + "/budget/" + key.budget() + "/points";
    }

    private static String money(BudgetKey key) {
        return key.program() + "/budget/" + key.budget() + "/money";
    }

    private static String name(CapKey key) {
        List<String> parts = new ArrayList<>(List.of(key.program().value(), "cap"));
        parts.add(key.rule().map(RuleCode::value).orElse("*"));
        parts.add(key.wallet().value());
        parts.add(key.unit().name());
        key.from().ifPresent(from -> parts.add(from.toString()));
        key.until().ifPresent(until -> parts.add(until.toString()));
        return String.join("/", parts);
    }
}
