package io.steadfast.platform.idempotency;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a call under a key is refused for the key's sake. */
public enum IdempotencyReason implements RefusalReason {
    IDEMPOTENCY_KEY_REUSED(RefusalKind.CANNOT_BE_DONE),
    /** The first call under this key is still under way. */
    IDEMPOTENCY_KEY_IN_PROGRESS(RefusalKind.CONFLICT),
    SECRET_ALREADY_SHOWN(RefusalKind.CONFLICT),
    /** The kept answer went with the person it told of. */
    MEMBER_ERASED(RefusalKind.GONE);

    private final RefusalKind kind;

    IdempotencyReason(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
