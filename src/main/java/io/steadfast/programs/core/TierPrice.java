package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;

/**
 * What a reward costs members of a tier and of those above it, up to the next tier that has a price of its own.
 *
 * @param points in the wallet's smallest unit
 */
public record TierPrice(TierSetCode set, TierCode from, long points) {}
