package io.steadfast.tiers.core;

import java.time.Instant;

/** A tier that is reached and begins later, if nothing comes back until then. */
public record TierRise(int rank, Instant from) {}
