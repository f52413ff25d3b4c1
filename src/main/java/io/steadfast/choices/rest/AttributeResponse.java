package io.steadfast.choices.rest;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.choices.core.AttributeWriter;
import java.util.List;

/** An attribute as it was declared. */
public record AttributeResponse(
        AttributeSubject subject,
        String name,
        AttributeType type,
        List<String> values,
        boolean personal,
        List<AttributeWriter> writtenBy) {

    static AttributeResponse of(AttributeDefinition definition) {
        return new AttributeResponse(
                definition.subject(),
                definition.name(),
                definition.type(),
                definition.values(),
                definition.privacy() == AttributeDefinition.Privacy.PERSONAL,
                definition.writers().stream().sorted().toList());
    }
}
