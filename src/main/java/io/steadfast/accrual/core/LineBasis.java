package io.steadfast.accrual.core;

/** What of a line counts, in minor units of the order's currency. */
public record LineBasis(String lineId, long amount) {}
