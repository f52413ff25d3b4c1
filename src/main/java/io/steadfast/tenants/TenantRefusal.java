package io.steadfast.tenants;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why an operator's call can't be carried out. */
public enum TenantRefusal implements RefusalReason {
    TENANT_UNKNOWN(RefusalKind.UNKNOWN),
    JOB_UNKNOWN(RefusalKind.UNKNOWN),
    SLUG_TAKEN(RefusalKind.CONFLICT),
    /** The clock of a live tenant can't be moved. */
    NOT_A_SANDBOX(RefusalKind.CONFLICT),
    /** A clock only ever goes forward. */
    CLOCK_ONLY_FORWARD(RefusalKind.CANNOT_BE_DONE),
    /** Further than a clock is moved at once, or than there are dates for. */
    CLOCK_TOO_FAR(RefusalKind.CANNOT_BE_DONE),
    /** A live tenant's clock is the real one. */
    NOW_IS_FOR_SANDBOXES(RefusalKind.MALFORMED),
    /** An owner has chosen a password: owners let each other in, and nobody else does. */
    OWNER_IS_IN(RefusalKind.CONFLICT),
    DELETION_NOT_CONFIRMED(RefusalKind.CONFLICT),
    SLUG_NOT_VALID(RefusalKind.MALFORMED),
    ZONE_UNKNOWN(RefusalKind.MALFORMED),
    CURRENCY_UNKNOWN(RefusalKind.MALFORMED),
    SCOPE_UNKNOWN(RefusalKind.MALFORMED);

    private final RefusalKind kind;

    TenantRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
