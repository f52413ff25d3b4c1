package io.steadfast.memberships.core;

import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;

/**
 * A member leaves the plan.
 *
 * @param refund what the terms give back for it
 */
public record Leave(Instant at, Plan.Leaving when, Money refund) {}
