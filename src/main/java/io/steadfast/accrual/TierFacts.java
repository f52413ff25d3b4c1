package io.steadfast.accrual;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.util.Map;

/**
 * What rules may know about a member's tiers. Filled by the feature that keeps them; while there is none, every member
 * is of the base tier.
 */
public interface TierFacts {

    /** The member's tier in every set of the tenant as of the instant; a set that isn't listed means its base tier. */
    Map<TierSetRef, TierCode> tiersAt(MemberId member, Instant at);
}
