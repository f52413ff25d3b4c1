package io.steadfast.tiers.core;

import java.time.Instant;

/**
 * A tier that ends, and what follows it if nothing more counts.
 *
 * @param before and {@code after}: ranks, the second lower
 * @param until when the term ends; exclusive
 * @param reviewAt when the tier falls: later than its end where there is a grace
 */
public record TierLoss(int before, int after, Instant until, Instant reviewAt) {}
