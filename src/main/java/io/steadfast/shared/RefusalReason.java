package io.steadfast.shared;

/**
 * Why a command can't be carried out. Each feature has an enum of its own reasons; the constant's name is the stable
 * code that callers read and the key of its text in every language.
 */
public interface RefusalReason {

    /** The stable code, as in {@code INSUFFICIENT_POINTS}. */
    String name();

    RefusalKind kind();
}
