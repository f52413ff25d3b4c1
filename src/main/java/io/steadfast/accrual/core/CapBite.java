package io.steadfast.accrual.core;

import java.util.Optional;

/**
 * A cap or budget that made a grant smaller.
 *
 * @param budget the budget's code; empty for a cap
 * @param cap empty for a budget
 * @param limit and {@code used}: in the cap's unit, before this grant
 * @param before points before it bit
 * @param after points after
 */
public record CapBite(
        Optional<CapKey> cap,
        Optional<BudgetKey> budget,
        SkipReason reason,
        long limit,
        long used,
        long before,
        long after) {}
