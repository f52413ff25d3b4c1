package io.steadfast.memberships.core;

import java.time.Instant;

/**
 * The member was told of another price.
 *
 * @param amount in minor units of the price's currency
 */
public record PriceNotice(Instant at, long amount) {}
