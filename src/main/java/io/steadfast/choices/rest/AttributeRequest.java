package io.steadfast.choices.rest;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeDefinition.Privacy;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.choices.core.AttributeWriter;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as a caller declares one.
 *
 * @param subject of members, of orders' lines or of activities
 * @param type with {@code one_of} and {@code any_of} the values are needed
 * @param personal whether it says something about a person; true where it is left out
 * @param writtenBy who may write it; everybody where it is left out
 */
public record AttributeRequest(
        @Schema(required = true) @Nullable AttributeSubject subject,
        @Schema(required = true) @Nullable String name,
        @Schema(required = true) @Nullable AttributeType type,
        @Nullable List<String> values,
        @Nullable Boolean personal,
        @Nullable List<AttributeWriter> writtenBy) {

    private static final int MOST_VALUES = 500;
    private static final int LONGEST = 200;

    AttributeDefinition declared() {
        FieldErrors errors = new FieldErrors();
        AttributeDefinition blank = new AttributeDefinition(
                subject == null ? AttributeSubject.MEMBER : subject,
                name == null ? "" : name,
                type == null ? AttributeType.TEXT : type,
                List.of(),
                Privacy.PERSONAL,
                EnumSet.allOf(AttributeWriter.class),
                0);
        if (subject == null) {
            errors.add("subject", FieldReason.REQUIRED);
        }
        if (name == null || name.isBlank()) {
            errors.add("name", FieldReason.REQUIRED);
        }
        if (type == null) {
            errors.add("type", FieldReason.REQUIRED);
        }
        errors.refuseIfAny();
        return changed(blank, 0);
    }

    AttributeDefinition changed(AttributeDefinition before, long version) {
        FieldErrors errors = new FieldErrors();
        List<String> chosen = values == null ? before.values() : values;
        if (chosen.size() > MOST_VALUES) {
            errors.add("values", FieldReason.TOO_MANY, Map.of("most", MOST_VALUES));
        }
        if (new HashSet<>(chosen).size() != chosen.size()
                || chosen.stream().anyMatch(value -> value == null || value.isBlank() || value.length() > LONGEST)) {
            errors.add("values", FieldReason.NOT_VALID);
        }
        Set<AttributeWriter> writers = writtenBy == null ? before.writers() : new HashSet<>(writtenBy);
        if (writers.isEmpty() || writers.stream().anyMatch(Objects::isNull)) {
            errors.add("writtenBy", FieldReason.REQUIRED);
        }
        errors.refuseIfAny();
        return new AttributeDefinition(
                before.subject(),
                before.name(),
                before.type(),
                chosen,
                personal == null ? before.privacy() : personal ? Privacy.PERSONAL : Privacy.OPEN,
                writers,
                version);
    }
}
