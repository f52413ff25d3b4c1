package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramSchema;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The fields of the document's model as its schema has them, which is drawn from the types: a field that is new is one of them
 * without anybody's doing. Fields are called by the kind of part that they are of, as in {@code Tier.threshold}.
 */
final class ModelFields {

    private static final ObjectNode SCHEMA = ProgramSchema.generate();

    private ModelFields() {}

    /** All that a document could have. */
    static Set<String> all() {
        Set<String> fields = new TreeSet<>();
        collect("ProgramDocument", SCHEMA, fields);
        SCHEMA.get("$defs").fields().forEachRemaining(def -> collect(def.getKey(), def.getValue(), fields));
        return fields;
    }

    private static void collect(String part, JsonNode schema, Set<String> fields) {
        if (schema.has("oneOf")) {
            schema.get("oneOf").forEach(one -> collect(part + kind(one), one, fields));
            return;
        }
        schema.path("properties").fields().forEachRemaining(field -> {
            if (!field.getValue().has("const")) {
                fields.add(part + "." + field.getKey());
            }
            collect(part + "." + field.getKey(), field.getValue(), fields);
            collect(part + "." + field.getKey(), field.getValue().path("items"), fields);
        });
    }

    private static String kind(JsonNode schema) {
        JsonNode kind = schema.at("/properties/kind/const");
        return kind.isMissingNode() ? "" : "[" + kind.asText() + "]";
    }

    /** Those that a document has, with the paths at which they stand; {@code *} for places in lists and for keys. */
    static TreeMap<String, Set<String>> of(JsonNode document) {
        TreeMap<String, Set<String>> found = new TreeMap<>();
        walk(
                "ProgramDocument",
                SCHEMA,
                document,
                "",
                (field, path) ->
                        found.computeIfAbsent(field, none -> new TreeSet<>()).add(path));
        return found;
    }

    private static void walk(
            String part, JsonNode schema, JsonNode value, String path, BiConsumer<String, String> found) {
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").textValue();
            walk(ref.substring(ref.lastIndexOf('/') + 1), SCHEMA.at(ref.substring(1)), value, path, found);
        } else if (schema.has("oneOf")) {
            schema.get("oneOf").forEach(one -> {
                JsonNode target =
                        one.has("$ref") ? SCHEMA.at(one.get("$ref").textValue().substring(1)) : one;
                if (target.at("/properties/kind/const").equals(value.path("kind"))) {
                    walk(one.has("$ref") ? part : part + kind(one), one, value, path, found);
                }
            });
        } else if (value.isArray()) {
            value.forEach(item -> walk(part, schema.path("items"), item, path + "/*", found));
        } else if (value.isObject()) {
            value.fields().forEachRemaining(field -> {
                JsonNode own = schema.path("properties").path(field.getKey());
                if (own.isMissingNode()) {
                    walk(part, schema.path("additionalProperties"), field.getValue(), path + "/*", found);
                } else {
                    String place = path + "/" + field.getKey();
                    if (!own.has("const") && !isEmpty(field.getValue())) {
                        found.accept(part + "." + field.getKey(), place);
                    }
                    walk(part + "." + field.getKey(), own, field.getValue(), place, found);
                }
            });
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.isEmpty();
    }
}
