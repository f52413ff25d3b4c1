package io.steadfast.extensions.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why an extension can't go on. */
public enum ExtensionRefusal implements RefusalReason {
    EXTENSION_UNKNOWN(RefusalKind.UNKNOWN),
    EXTENSION_PROGRAM_UNKNOWN(RefusalKind.CANNOT_BE_DONE),
    /** Nothing that has an end would get a later one. */
    EXTENSION_SELECTS_NOTHING(RefusalKind.CANNOT_BE_DONE),
    EXTENSION_TOO_LARGE(RefusalKind.CANNOT_BE_DONE),
    /** Somebody else has to approve it. */
    EXTENSION_OWN_REQUEST(RefusalKind.CANNOT_BE_DONE),
    /** Approval is a signed-in person's. */
    EXTENSION_NEEDS_A_PERSON(RefusalKind.CANNOT_BE_DONE),
    EXTENSION_NOT_APPROVED(RefusalKind.CONFLICT),
    /** It runs or is over. */
    EXTENSION_OVER(RefusalKind.CONFLICT);

    private final RefusalKind kind;

    ExtensionRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
