package io.steadfast.programs.core;

/** What makes a rule look at all. */
public sealed interface Trigger {

    /** An order that is paid. */
    record OnOrder() implements Trigger {}

    /** An activity of this type, as in {@code review} or {@code social_share}. */
    record OnActivity(String type) implements Trigger {}
}
