package io.steadfast.accrual.core;

import java.util.Map;

/** What of caps and budgets is used up already; a key that isn't there has used nothing. */
public record Usage(Map<CapKey, Long> caps, Map<BudgetKey, BudgetUse> budgets) {

    public static final Usage NONE = new Usage(Map.of(), Map.of());

    public Usage {
        caps = Map.copyOf(caps);
        budgets = Map.copyOf(budgets);
    }

    public long of(CapKey key) {
        return caps.getOrDefault(key, 0L);
    }

    public BudgetUse of(BudgetKey key) {
        return budgets.getOrDefault(key, new BudgetUse(key, 0, 0));
    }
}
