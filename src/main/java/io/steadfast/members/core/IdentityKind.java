package io.steadfast.members.core;

/** What a member can be recognised by; each value belongs to one member of the tenant at a time. */
public enum IdentityKind {
    /** E.164, as in {@code +447700900123}. */
    PHONE("phone"),
    /** Lower case. */
    EMAIL("email"),
    CARD("cardNumber"),
    /** The tenant's own name for the member, as given. */
    EXTERNAL_ID("externalId");

    private final String field;

    IdentityKind(String field) {
        this.field = field;
    }

    /** The field of a request or form it is entered in. */
    public String field() {
        return field;
    }
}
