package io.steadfast.platform.security;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something about people and keys can't be done. */
public enum SecurityRefusal implements RefusalReason {
    PERSON_UNKNOWN(RefusalKind.UNKNOWN),
    KEY_UNKNOWN(RefusalKind.UNKNOWN),
    EMAIL_NOT_VALID(RefusalKind.MALFORMED),
    EMAIL_TAKEN(RefusalKind.CONFLICT),
    ROLE_NEEDED(RefusalKind.CANNOT_BE_DONE),
    /** A role of stores without a store, or stores without such a role. */
    STORES_DONT_FIT(RefusalKind.CANNOT_BE_DONE),
    LAST_OWNER(RefusalKind.CANNOT_BE_DONE),
    /** The last operator who can sign in. */
    LAST_OPERATOR(RefusalKind.CANNOT_BE_DONE),
    PASSWORD_WRONG(RefusalKind.CANNOT_BE_DONE),
    PASSWORD_TOO_SHORT(RefusalKind.CANNOT_BE_DONE),
    PASSWORD_TOO_LONG(RefusalKind.CANNOT_BE_DONE),
    INVITATION_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    PIN_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    NUMBER_TAKEN(RefusalKind.CONFLICT),
    /** A manager of some stores and a person who works for others as well. */
    NOT_YOUR_PERSON(RefusalKind.FORBIDDEN),
    /** The second person's number and PIN, or e-mail and password. */
    APPROVAL_WRONG(RefusalKind.CANNOT_BE_DONE),
    NOT_PERMITTED(RefusalKind.FORBIDDEN),
    TENANT_SUSPENDED(RefusalKind.FORBIDDEN),
    /** The tenant's schema is being migrated to a new version. */
    TENANT_BUSY(RefusalKind.CONFLICT);

    private final RefusalKind kind;

    SecurityRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
