package io.steadfast.programs.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with a program. */
public enum ProgramRefusal implements RefusalReason {
    PROGRAM_UNKNOWN(RefusalKind.UNKNOWN),
    /** A simulation names a draft that there isn't. */
    DRAFT_NOT_FOUND(RefusalKind.CANNOT_BE_DONE),
    DRAFT_UNKNOWN(RefusalKind.UNKNOWN),
    VERSION_UNKNOWN(RefusalKind.UNKNOWN),
    /** The program has several drafts and the call names none. */
    DRAFT_AMBIGUOUS(RefusalKind.CONFLICT),
    PROGRAM_EXISTS(RefusalKind.CONFLICT),
    /** Another version was published since the draft was begun. */
    DRAFT_BASE_SUPERSEDED(RefusalKind.CONFLICT),
    /** Somebody saved the draft since it was read. */
    DRAFT_CHANGED(RefusalKind.STALE),
    /** What is wrong stands in {@code errors}. */
    PROGRAM_HAS_PROBLEMS(RefusalKind.CANNOT_BE_DONE),
    EFFECTIVE_FROM_IN_PAST(RefusalKind.CANNOT_BE_DONE),
    EFFECTIVE_FROM_NOT_LATER(RefusalKind.CANNOT_BE_DONE),
    /** The version in force promises its members more time before a change. */
    CHANGE_NOTICE_TOO_SHORT(RefusalKind.CANNOT_BE_DONE),
    TEMPLATE_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    CODE_NOT_THE_PROGRAMS(RefusalKind.MALFORMED),
    TEMPLATE_OR_DOCUMENT(RefusalKind.MALFORMED),
    /** A part of the document that the first publish fixed for good. */
    FIXED_BY_FIRST_PUBLISH(RefusalKind.CANNOT_BE_DONE),
    WALLET_OF_ANOTHER_PROGRAM(RefusalKind.CANNOT_BE_DONE),
    /** It judges already, or may within minutes. */
    VERSION_HAS_BEGUN(RefusalKind.CONFLICT),
    VERSION_WITHDRAWN(RefusalKind.CONFLICT),
    /** The tenant wants two people for a publish. */
    SECOND_PERSON_NEEDED(RefusalKind.CANNOT_BE_DONE),
    WISH_UNKNOWN(RefusalKind.UNKNOWN),
    WISH_OVERTAKEN(RefusalKind.CONFLICT),
    WISH_NEEDS_A_PERSON(RefusalKind.CANNOT_BE_DONE),
    OWN_WISH(RefusalKind.CANNOT_BE_DONE),
    /** The only draft of a program that has no version in force. */
    LAST_DRAFT(RefusalKind.CONFLICT);

    private final RefusalKind kind;

    ProgramRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
