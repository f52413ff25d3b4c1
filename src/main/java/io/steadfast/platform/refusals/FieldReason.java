package io.steadfast.platform.refusals;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** What can be wrong with any field, whatever the feature. A feature adds its own reasons for its own fields. */
public enum FieldReason implements RefusalReason {
    /** The request as a whole; its fields stand in {@code errors}. */
    INVALID_REQUEST,
    MALFORMED_JSON,
    UNKNOWN_FIELD,
    DUPLICATE_FIELD,
    WRONG_TYPE,
    OUT_OF_RANGE,
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    TOO_DEEP,
    NOT_ALLOWED,
    /** A character no text may hold: NUL or half of a surrogate pair. */
    BAD_CHARACTER,
    NOT_A_DATE,
    NOT_AN_INSTANT,
    NOT_AN_ID,
    NOT_ONE_OF,
    NOT_VALID;

    @Override
    public RefusalKind kind() {
        return RefusalKind.MALFORMED;
    }
}
