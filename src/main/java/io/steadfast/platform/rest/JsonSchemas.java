package io.steadfast.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of bodies, asked of the very mapper that reads and writes them: what it would write of a type is what the document
 * says. Records, enums and pages become schemas of their own, which {@link SchemaNames} names when all are known.
 *
 * <p>What a mapper can't know is said at a record's component with {@code @Schema}: that a request needs it although the record
 * takes null in order to tell every missing field at once ({@code required}), what a {@link JsonNode} may hold ({@code oneOf}), and
 * what it is for ({@code description}).
 */
final class JsonSchemas {

    /** Which of its forms a type is described in. */
    enum Way {
        WRITTEN,
        READ,
        /** As the body of a PATCH: nothing is needed, and null takes a value away. */
        CHANGED
    }

    private final ObjectMapper mapper = JsonMappers.strict();
    private final SchemaNames names = new SchemaNames();

    /** A schema of a body or parameter; references in it are filled by {@link #named}. */
    Schema of(Type type, Way way) {
        return of(mapper.constructType(type), way);
    }

    /** Every schema that was needed so far, by its name. */
    Map<String, Schema> named() {
        return names.given();
    }

    private Schema of(JavaType type, Way way) {
        if (type.isReferenceType()) {
            return of(type.getReferencedType(), way);
        }
        if (type.isEnumType()) {
            return reference(type, Way.WRITTEN);
        }
        if (JsonNode.class.isAssignableFrom(type.getRawClass())) {
            return anyObject();
        }
        if (type.isJavaLangObject()) {
            return reference(type, Way.WRITTEN);
        }
        if (type.isMapLikeType()) {
            return OASFactory.createSchema()
                    .type(Schema.SchemaType.OBJECT)
                    .additionalPropertiesSchema(value(type.getContentType(), way));
        }
        if (type.isContainerType()) {
            return OASFactory.createSchema()
                    .type(Schema.SchemaType.ARRAY)
                    .uniqueItems(Set.class.isAssignableFrom(type.getRawClass()) ? true : null)
                    .items(of(type.getContentType(), nested(way)));
        }
        return asked(type).plain().orElseGet(() -> reference(type, way));
    }

    /** What stands under a name that the caller chose: where any JSON is taken, it is a text, number, yes or no, or list. */
    private Schema value(JavaType type, Way way) {
        return JsonNode.class.isAssignableFrom(type.getRawClass())
                ? reference(mapper.constructType(Object.class), Way.WRITTEN)
                : of(type, nested(way));
    }

    private static Schema anyObject() {
        return OASFactory.createSchema().type(Schema.SchemaType.OBJECT).additionalPropertiesBoolean(true);
    }

    private static Way nested(Way way) {
        return way == Way.CHANGED ? Way.READ : way;
    }

    private Schema reference(JavaType type, Way wanted) {
        // Types that aren't a door's own have one form: they are read as they are written.
        Way way = ofADoor(type) ? wanted : Way.WRITTEN;
        Schema schema = OASFactory.createSchema();
        if (names.isNew(type, way, schema)) {
            names.put(type, way, described(type, way));
        }
        return schema;
    }

    private static boolean ofADoor(JavaType type) {
        return type.getRawClass().getPackageName().endsWith(".rest");
    }

    private Schema described(JavaType type, Way way) {
        if (type.isJavaLangObject()) {
            return anyValue();
        }
        if (type.isEnumType()) {
            return OASFactory.createSchema()
                    .type(Schema.SchemaType.STRING)
                    .enumeration(Arrays.stream(type.getRawClass().getEnumConstants())
                            .<Object>map(constant -> mapper.convertValue(constant, String.class))
                            .toList());
        }
        return object(type, way);
    }

    private static Schema anyValue() {
        List<Schema> plain =
                List.of(Schema.SchemaType.STRING, Schema.SchemaType.NUMBER, Schema.SchemaType.BOOLEAN).stream()
                        .map(each -> OASFactory.createSchema().type(each))
                        .toList();
        List<Schema> all = new ArrayList<>(plain);
        all.add(OASFactory.createSchema()
                .type(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema().anyOf(plain)));
        return OASFactory.createSchema()
                .description("A text, a number, true or false, or a list of them")
                .anyOf(all);
    }

    private Schema object(JavaType type, Way way) {
        Schema object = OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
        List<String> required = new ArrayList<>();
        for (BeanProperty property : asked(type).properties()) {
            Optional<RecordComponent> component = component(type.getRawClass(), property.getName());
            if (way != Way.WRITTEN && component.isEmpty()) {
                continue; // what a request derives from its fields isn't sent
            }
            Schema schema = said(property, component, way);
            if (way == Way.WRITTEN ? isAlwaysThere(property, component) : isNeeded(component, way)) {
                required.add(property.getName());
            } else if (way != Way.WRITTEN
                    && component.filter(JsonSchemas::takesNull).isPresent()) {
                nullable(schema);
            }
            if (way == Way.WRITTEN && property.getType().isReferenceType() && isAlwaysThere(property, component)) {
                nullable(schema);
            }
            object.addProperty(property.getName(), schema);
        }
        if (way != Way.WRITTEN) {
            object.additionalPropertiesBoolean(false);
        }
        // A record without components is written as {}.
        if (object.getProperties() == null) {
            object.additionalPropertiesBoolean(false);
        }
        return required.isEmpty() ? object : object.required(required);
    }

    /** Beside a reference OpenAPI 3.0 hears nothing. */
    private static void nullable(Schema schema) {
        if (schema.getType() != null) {
            schema.nullable(true);
        }
    }

    private Schema said(BeanProperty property, Optional<RecordComponent> component, Way way) {
        Optional<org.eclipse.microprofile.openapi.annotations.media.Schema> said =
                component.flatMap(JsonSchemas::annotation);
        Class<?>[] choices = said.map(each -> each.oneOf()).orElse(new Class<?>[0]);
        Optional<Class<?>> named =
                said.<Class<?>>map(each -> each.implementation()).filter(type -> type != Void.class);
        Schema schema = choices.length == 0
                ? of(named.<Type>map(type -> type).orElse(property.getType()), nested(way))
                : OASFactory.createSchema()
                        .oneOf(Arrays.stream(choices)
                                .map(each -> of(each, nested(way)))
                                .toList());
        if (schema.getType() != null) {
            FieldMeanings.of(property.getName()).ifPresent(schema::setDescription);
            said.ifPresent(each -> add(each, schema));
            return schema;
        }
        // Beside a reference nothing is heard, around it is.
        return said.map(each -> each.description())
                .filter(description -> !description.isEmpty())
                .map(description ->
                        OASFactory.createSchema().allOf(List.of(schema)).description(description))
                .orElse(schema);
    }

    private static void add(org.eclipse.microprofile.openapi.annotations.media.Schema said, Schema schema) {
        if (!said.description().isEmpty()) {
            schema.setDescription(said.description());
        }
        if (!said.format().isEmpty()) {
            schema.setFormat(said.format());
        }
        if (said.enumeration().length > 0) {
            schema.setEnumeration(List.of((Object[]) said.enumeration()));
        }
    }

    /** What is absent is left out of answers, unless a component says otherwise. */
    private boolean isAlwaysThere(BeanProperty property, Optional<RecordComponent> component) {
        JsonInclude.Include include = property.findPropertyInclusion(
                        mapper.getSerializationConfig(), property.getMember().getDeclaringClass())
                .getValueInclusion();
        if (include == JsonInclude.Include.NON_EMPTY) {
            return false;
        }
        boolean optional = property.getType().isReferenceType()
                || component.filter(JsonSchemas::takesNull).isPresent();
        return !optional || include == JsonInclude.Include.ALWAYS;
    }

    private static boolean isNeeded(Optional<RecordComponent> component, Way way) {
        if (way == Way.CHANGED) {
            return false;
        }
        boolean said = component
                .flatMap(JsonSchemas::annotation)
                .filter(each -> each.required())
                .isPresent();
        return said
                || component
                        .filter(each -> each.getType() != Optional.class && !takesNull(each))
                        .isPresent();
    }

    private static boolean takesNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Optional<org.eclipse.microprofile.openapi.annotations.media.Schema> annotation(
            RecordComponent component) {
        AnnotatedElement accessor = component.getAccessor();
        return Optional.ofNullable(
                accessor.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class));
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private MapperAnswer asked(JavaType type) {
        MapperAnswer answer = new MapperAnswer();
        try {
            mapper.acceptJsonFormatVisitor(type, answer);
        } catch (JsonMappingException ours) {
            throw new IllegalStateException("No schema of " + type, ours);
        }
        return answer;
    }
}
