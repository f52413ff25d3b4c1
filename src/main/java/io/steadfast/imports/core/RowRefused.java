package io.steadfast.imports.core;

import io.steadfast.shared.RefusalReason;
import java.io.Serial;
import java.util.Map;

/** A row that can't be taken, and which of its fields is why. */
public final class RowRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient RefusalReason reason;
    private final transient Map<String, Object> details;

    /** @param field empty where it is the row as a whole */
    public RowRefused(String field, RefusalReason reason, Map<String, Object> details) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public RowRefused(String field, RefusalReason reason) {
        this(field, reason, Map.of());
    }

    public String field() {
        return field;
    }

    public RefusalReason reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details;
    }
}
