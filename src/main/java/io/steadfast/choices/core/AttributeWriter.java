package io.steadfast.choices.core;

/** Who may write an attribute's value. */
public enum AttributeWriter {
    /** The tenant's systems, by their keys. */
    API,
    /** People signed in. */
    STAFF
}
