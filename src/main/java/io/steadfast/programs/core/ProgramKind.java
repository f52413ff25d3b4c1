package io.steadfast.programs.core;

/** What the designer starts from; a program may mix every mechanism whatever its kind. */
public enum ProgramKind {
    POINTS,
    TIERED,
    PAID,
    VALUE
}
