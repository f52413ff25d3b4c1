package io.steadfast.ledger.core;

import java.util.Map;

/** A posting that the books can't take; nothing of it is done. */
public final class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LedgerRefusal reason;
    private final transient Map<String, Object> details;

    LedgerRefused(LedgerRefusal reason, Map<String, Object> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public LedgerRefusal reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details;
    }
}
