package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;

/** A budget of a program. */
public record BudgetKey(ProgramCode program, String budget) {}
