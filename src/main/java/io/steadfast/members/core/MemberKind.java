package io.steadfast.members.core;

/** A person or a company. */
public enum MemberKind {
    PERSON,
    ORGANISATION
}
