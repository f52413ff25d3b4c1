package io.steadfast.choices.core;

/** What an attribute is of. */
public enum AttributeSubject {
    MEMBER,
    LINE,
    ACTIVITY
}
