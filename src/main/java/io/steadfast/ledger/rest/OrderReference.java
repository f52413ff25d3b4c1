package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.Cause;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Map;

/** An order by its natural key. */
public record OrderReference(String source, String reference) {

    private static final int MOST = 200;

    Cause.Subject subject() {
        checked("order.source", source);
        checked("order.reference", reference);
        return new Cause.Subject(source, reference);
    }

    private static void checked(String path, String text) {
        if (text.isBlank()) {
            throw FieldErrors.one(path, FieldReason.REQUIRED);
        }
        if (text.length() > MOST) {
            throw FieldErrors.one(path, FieldReason.TOO_LONG, Map.of("most", MOST));
        }
    }
}
