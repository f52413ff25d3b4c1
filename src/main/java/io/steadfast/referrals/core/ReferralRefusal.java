package io.steadfast.referrals.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why somebody can't join with a code. */
public enum ReferralRefusal implements RefusalReason {
    /** Nobody in the program has this code. */
    REFERRAL_CODE_UNKNOWN,
    /** Members of the program don't bring friends. */
    REFERRAL_NOT_OFFERED,
    REFERRAL_OF_ONESELF,
    REFERRAL_SAME_PHONE,
    REFERRAL_SAME_EMAIL,
    REFERRAL_SAME_CARD,
    /** The friend is or was in the program. */
    REFERRAL_NOT_NEW;

    @Override
    public RefusalKind kind() {
        return RefusalKind.CANNOT_BE_DONE;
    }
}
