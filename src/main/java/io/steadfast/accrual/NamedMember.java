package io.steadfast.accrual;

/** A member as a caller names them: by the id or by one of their identities. */
public record NamedMember(By by, String value) {

    /** What the value is. */
    public enum By {
        ID,
        EXTERNAL_ID,
        PHONE,
        EMAIL,
        CARD
    }
}
