package io.steadfast.memberships.core;

import io.steadfast.shared.Money;
import java.time.Instant;

/** What one payment bought; {@code until} is exclusive. */
public record PaidPeriod(Instant from, Instant until, String payment, Money amount) {}
