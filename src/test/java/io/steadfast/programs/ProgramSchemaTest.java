package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramSchemaTest {

    private static final ObjectNode SCHEMA = ProgramSchema.generate();

    @Test
    void every_template_fits_the_schema() {
        for (String name : ProgramTemplates.names()) {
            assertThat(misfits(document(name))).as(name).isEmpty();
        }
    }

    @Test
    void an_unknown_field_a_missing_one_a_wrong_type_and_an_unknown_kind_dont_fit() {
        ObjectNode unknown = document("P2");
        ((ObjectNode) unknown.at("/wallets/0")).put("colour", "red");
        assertThat(misfits(unknown)).containsExactly("/wallets/0/colour: not allowed");
        ObjectNode missing = document("P2");
        ((ObjectNode) missing.at("/basics")).remove("zone");
        assertThat(misfits(missing)).containsExactly("/basics/zone: missing");
        ObjectNode wrong = document("P2");
        ((ObjectNode) wrong.at("/tierSets/0/tiers/1")).put("threshold", "350");
        assertThat(misfits(wrong)).containsExactly("/tierSets/0/tiers/1/threshold: not integer");
        ObjectNode kind = document("P2");
        ((ObjectNode) kind.at("/earning/rules/0/effect")).put("kind", "gift");
        assertThat(misfits(kind)).containsExactly("/earning/rules/0/effect: 0 kinds fit");
    }

    private static ObjectNode document(String template) {
        return (ObjectNode)
                ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
    }

    private static List<String> misfits(JsonNode document) {
        List<String> misfits = new ArrayList<>();
        check(SCHEMA, document, "", misfits);
        return misfits;
    }

    /** As much of JSON Schema as the schema uses. */
    private static void check(JsonNode schema, JsonNode value, String path, List<String> misfits) {
        if (schema.has("$ref")) {
            check(SCHEMA.at(schema.get("$ref").textValue().substring(1)), value, path, misfits);
            return;
        }
        if (schema.has("oneOf")) {
            long fitting = 0;
            for (JsonNode one : schema.get("oneOf")) {
                List<String> own = new ArrayList<>();
                check(one, value, path, own);
                fitting += own.isEmpty() ? 1 : 0;
            }
            if (fitting != 1) {
                misfits.add(path + ": " + fitting + " kinds fit");
            }
            return;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            misfits.add(path + ": not " + schema.get("const"));
        }
        if (schema.has("enum") && !contains((ArrayNode) schema.get("enum"), value)) {
            misfits.add(path + ": not one of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && !value.asText().matches(schema.get("pattern").textValue())) {
            misfits.add(path + ": not like " + schema.get("pattern"));
        }
        if (schema.has("type") && !isOfType(schema.get("type").textValue(), value)) {
            misfits.add(path + ": not " + schema.get("type").textValue());
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                check(schema.get("items"), value.get(index), path + "/" + index, misfits);
            }
        } else if (value.isObject()) {
            checkFields(schema, value, path, misfits);
        }
    }

    private static void checkFields(JsonNode schema, JsonNode value, String path, List<String> misfits) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                misfits.add(path + "/" + name.textValue() + ": missing");
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode own = schema.path("properties").path(field.getKey());
            String place = path + "/" + field.getKey();
            if (!own.isMissingNode()) {
                check(own, field.getValue(), place, misfits);
            } else if (schema.path("additionalProperties").isObject()) {
                check(schema.get("additionalProperties"), field.getValue(), place, misfits);
            } else {
                misfits.add(place + ": not allowed");
            }
        });
    }

    private static boolean contains(ArrayNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            default -> value.isNumber();
        };
    }
}
