package io.steadfast.choices.core;

/** What values an attribute takes. */
public enum AttributeType {
    TEXT,
    /** A decimal number. */
    NUMBER,
    YES_NO,
    /** An ISO date. */
    DATE,
    /** One of the declared values. */
    ONE_OF,
    /** Any of the declared values. */
    ANY_OF;

    /** Whether its values are declared. */
    public boolean isChoice() {
        return this == ONE_OF || this == ANY_OF;
    }
}
