package io.steadfast.tiers.store;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;

/** One member on one ladder. */
public record TierKey(MemberId member, TierSetRef set) {}
