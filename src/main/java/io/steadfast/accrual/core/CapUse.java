package io.steadfast.accrual.core;

/** How much of a cap a decision uses: points in the wallet's smallest unit, or times. */
public record CapUse(CapKey key, long amount) {}
