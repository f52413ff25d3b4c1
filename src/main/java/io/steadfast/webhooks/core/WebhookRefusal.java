package io.steadfast.webhooks.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a call on webhooks can't be carried out. */
public enum WebhookRefusal implements RefusalReason {
    ENDPOINT_UNKNOWN(RefusalKind.UNKNOWN),
    DELIVERY_UNKNOWN(RefusalKind.UNKNOWN),
    /** It still waits for its turn. */
    DELIVERY_PENDING(RefusalKind.CONFLICT),
    /** Nothing can be sent there. */
    ADDRESS_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** Events carry members' data: they leave only encrypted. */
    HTTPS_REQUIRED(RefusalKind.CANNOT_BE_DONE),
    TOO_MANY_ENDPOINTS(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    WebhookRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
