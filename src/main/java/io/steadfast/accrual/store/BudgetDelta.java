package io.steadfast.accrual.store;

/** Units that were taken from a budget, or given back where negative. */
public record BudgetDelta(String budget, long units) {}
