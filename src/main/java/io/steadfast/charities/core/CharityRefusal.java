package io.steadfast.charities.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with charities and donations. */
public enum CharityRefusal implements RefusalReason {
    CHARITY_UNKNOWN(RefusalKind.UNKNOWN),
    CHARITY_EXISTS(RefusalKind.CONFLICT),
    CHARITY_CODE_NOT_VALID(RefusalKind.MALFORMED),
    URL_NOT_VALID(RefusalKind.MALFORMED),
    /** A new choice is asked for. */
    CHARITY_CLOSED(RefusalKind.CANNOT_BE_DONE),
    /** The program doesn't offer it, or there is none of that code. */
    CHARITY_NOT_OFFERED(RefusalKind.CANNOT_BE_DONE),
    /** The member is in no program that gives to charity in this way, or in none of that code. */
    NOTHING_TO_GIVE(RefusalKind.CANNOT_BE_DONE),
    /** The member is in several such programs and the call names none. */
    PROGRAM_AMBIGUOUS(RefusalKind.CANNOT_BE_DONE),
    NOT_IN_STEPS(RefusalKind.CANNOT_BE_DONE),
    BELOW_MINIMUM(RefusalKind.CANNOT_BE_DONE),
    NOTHING_TO_SETTLE(RefusalKind.CANNOT_BE_DONE),
    SETTLEMENT_UNKNOWN(RefusalKind.UNKNOWN),
    /** The charity has acknowledged this batch already, under another reference. */
    ALREADY_RECEIPTED(RefusalKind.CONFLICT);

    private final RefusalKind kind;

    CharityRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
