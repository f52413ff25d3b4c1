package io.steadfast.members.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with a member. */
public enum MemberRefusal implements RefusalReason {
    MEMBER_UNKNOWN(RefusalKind.UNKNOWN),
    /** The member isn't in the program. */
    NOT_ENROLLED(RefusalKind.UNKNOWN),
    /** A program named in a path. */
    PROGRAM_UNKNOWN(RefusalKind.UNKNOWN),
    /** The phone, e-mail, card or external id is another member's. */
    IDENTITY_TAKEN(RefusalKind.CONFLICT),
    /** The person who serves, or somebody who shares a phone, an e-mail or a card with them. */
    OWN_CARD(RefusalKind.CANNOT_BE_DONE),
    MEMBER_BLOCKED(RefusalKind.CANNOT_BE_DONE),
    /** The member was merged into another: who that is stands in the details. */
    MEMBER_MERGED(RefusalKind.CANNOT_BE_DONE),
    /** A program named in a body. */
    PROGRAM_NOT_FOUND(RefusalKind.CANNOT_BE_DONE),
    PROGRAM_NOT_PUBLISHED(RefusalKind.CANNOT_BE_DONE),
    PHONE_NOT_VALID(RefusalKind.MALFORMED),
    EMAIL_NOT_VALID(RefusalKind.MALFORMED),
    CARD_NOT_VALID(RefusalKind.MALFORMED),
    IN_THE_FUTURE(RefusalKind.MALFORMED),
    SEARCH_TOO_SHORT(RefusalKind.MALFORMED);

    private final RefusalKind kind;

    MemberRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
