package io.steadfast.choices.core;

import java.util.Map;

/**
 * An attribute's value that isn't taken.
 *
 * @param details what its text is filled with
 */
public record AttributeTrouble(String name, ChoiceRefusal reason, Map<String, Object> details) {}
