package io.steadfast.programs.core;

import java.util.List;

/**
 * How points are earned.
 *
 * @param multipliers how several multipliers combine: 2 and 3 are 4 when added, 6 when multiplied
 * @param pending when points become spendable, unless a rule says otherwise
 * @param caps over all rules together
 */
public record Earning(
        List<EarningRule> rules,
        List<RuleGroup> groups,
        MultiplierMode multipliers,
        Basis basis,
        Pending pending,
        List<Budget> budgets,
        List<WalletCap> caps) {

    public Earning {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        budgets = List.copyOf(budgets);
        caps = List.copyOf(caps);
    }

    public enum MultiplierMode {
        ADDITIVE,
        MULTIPLICATIVE
    }
}
