package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Transition;
import java.time.Instant;

/**
 * A tier set as a program version states it.
 *
 * @param from when the version came into force; what happened before is never judged by it
 * @param standing what becomes of tiers held then: kept to their end, or judged at once
 */
public record TierRules(Instant from, TierSet set, Transition.Tiers standing) {}
