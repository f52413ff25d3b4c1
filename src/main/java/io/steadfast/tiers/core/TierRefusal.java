package io.steadfast.tiers.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a tier can't be set, or ended. */
public enum TierRefusal implements RefusalReason {
    /** The program in force has no such set or tier. */
    TIER_UNKNOWN,
    /** A tier set by hand needs an end that lies ahead. */
    TIER_END_PASSED,
    /** No tier set by hand stands on that ladder. */
    TIER_NOT_SET;

    @Override
    public RefusalKind kind() {
        return RefusalKind.CANNOT_BE_DONE;
    }
}
