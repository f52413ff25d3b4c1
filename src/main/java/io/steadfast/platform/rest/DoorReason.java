package io.steadfast.platform.rest;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why the door itself refuses a call, before any feature is asked. */
public enum DoorReason implements RefusalReason {
    BAD_REQUEST(RefusalKind.MALFORMED),
    BODY_TOO_LARGE(RefusalKind.MALFORMED),
    BODY_MISSING(RefusalKind.MALFORMED),
    CURSOR_NOT_VALID(RefusalKind.MALFORMED),
    IF_MATCH_REQUIRED(RefusalKind.MALFORMED),
    METHOD_NOT_ALLOWED(RefusalKind.MALFORMED),
    NOT_ACCEPTABLE(RefusalKind.MALFORMED),
    UNSUPPORTED_MEDIA_TYPE(RefusalKind.MALFORMED),
    UNAUTHENTICATED(RefusalKind.UNAUTHENTICATED),
    FORBIDDEN(RefusalKind.FORBIDDEN),
    NOT_FOUND(RefusalKind.UNKNOWN),
    /** Another call holds what this one needs; trying again is safe. */
    BUSY(RefusalKind.CONFLICT),
    STALE_VERSION(RefusalKind.STALE),
    RATE_LIMITED(RefusalKind.TOO_MANY),
    /** Our fault; never with a detail of ours. */
    INTERNAL_ERROR(RefusalKind.MALFORMED);

    private final RefusalKind kind;

    DoorReason(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
