package io.steadfast.choices.core;

import java.util.List;
import java.util.Set;

/**
 * An attribute that the tenant declared.
 *
 * @param name unique for its subject
 * @param values what may be chosen; empty where the type isn't a choice
 * @param privacy whether its value may be kept in proofs and shown to everyone
 * @param writers who may write it
 * @param version rises with each change
 */
public record AttributeDefinition(
        AttributeSubject subject,
        String name,
        AttributeType type,
        List<String> values,
        Privacy privacy,
        Set<AttributeWriter> writers,
        long version) {

    /** Whether it says something about a person. */
    public enum Privacy {
        PERSONAL,
        OPEN
    }

    public AttributeDefinition {
        values = List.copyOf(values);
        writers = Set.copyOf(writers);
    }
}
