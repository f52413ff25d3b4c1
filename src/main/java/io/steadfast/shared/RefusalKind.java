package io.steadfast.shared;

/** What sort of refusal it is; the API's doors turn it into a status, in this order of checking. */
public enum RefusalKind {
    UNAUTHENTICATED,
    FORBIDDEN,
    MALFORMED,
    UNKNOWN,
    CONFLICT,
    GONE,
    STALE,
    CANNOT_BE_DONE,
    TOO_MANY
}
