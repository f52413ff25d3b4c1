package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A floor on a ladder, which doesn't touch the metric (domain 59).
 *
 * @param by the code of what lends it
 * @param until exclusive, if nothing more happens; empty where no end is in sight
 */
public record LentTier(TierSetRef ref, TierCode tier, String by, Optional<Instant> until) {}
