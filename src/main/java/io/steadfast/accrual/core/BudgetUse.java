package io.steadfast.accrual.core;

/**
 * How much of a budget is used.
 *
 * @param points in the wallets' smallest units
 * @param money minor units of the program's currency
 */
public record BudgetUse(BudgetKey key, long points, long money) {}
