package io.steadfast.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that are nearly right, made from a seed: what a document's schemas ask for, and what they don't. */
final class Nonsense {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "null",
            "0",
            "-1",
            "true",
            "王芳🎂",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\u202Eevil",
            "';DROP TABLE member;--",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "%00",
            "2026-02-30",
            "2026-13-01T00:00:00Z",
            "2026-02-01T10:00:00Z",
            "9999-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "GBP",
            "XXX",
            "usd",
            "Mars/Base",
            "00000000-0000-0000-0000-000000000000",
            "a".repeat(300),
            "字".repeat(5_000));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "100",
            "1.5",
            "0.0001",
            "1e2",
            "1E400",
            "-0",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1000000000000",
            "1000000000001");

    private final ApiDocument document;
    private final Random random;

    Nonsense(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** One of these. */
    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String text() {
        return one(TEXTS);
    }

    /** A body for a schema: mostly what it asks for, with something wrong somewhere. */
    String body(JsonNode schema, List<String> ids) {
        if (once(40)) {
            return one(List.of("", "{", "[]", "null", "\"\"", "{\"a\":1,\"a\":2}", "[".repeat(2_000), "\uFEFF{}"));
        }
        if (once(200)) {
            return "{\"x\":\"" + "y".repeat(1_100_000) + "\"}";
        }
        JsonNode value = value(schema, ids, 0);
        if (value instanceof ObjectNode object && once(12)) {
            object.put("unknown" + random.nextInt(3), "field");
        }
        // Numbers out of range can't stand in a tree of numbers.
        return value.toString().replaceAll("\"#num:([^\"]*)\"", "$1");
    }

    private JsonNode value(JsonNode reference, List<String> ids, int depth) {
        JsonNode schema = document.resolved(reference);
        if (once(15)) {
            return wrong();
        }
        if (schema.has("enum") && !once(6)) {
            JsonNode values = schema.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        return switch (schema.path("type").asText(schema.has("properties") ? "object" : "")) {
            case "object" -> depth > DEEPEST ? JSON.objectNode() : object(schema, ids, depth);
            case "array" -> array(schema, ids, depth);
            case "integer", "number" -> number();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> text(schema, ids);
        };
    }

    private JsonNode object(JsonNode schema, List<String> ids, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").fields().forEachRemaining(each -> {
            if (!once(5)) {
                object.set(each.getKey(), value(each.getValue(), ids, depth + 1));
            }
        });
        return object;
    }

    private JsonNode array(JsonNode schema, List<String> ids, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = once(30) ? 600 : random.nextInt(3);
        for (int at = 0; at < size && depth <= DEEPEST; at++) {
            array.add(size > 100 ? JSON.textNode("x") : value(schema.path("items"), ids, depth + 1));
        }
        return array;
    }

    private JsonNode number() {
        return once(3) ? JSON.textNode("#num:" + one(NUMBERS)) : JSON.numberNode(random.nextInt(5_000));
    }

    private JsonNode text(JsonNode schema, List<String> ids) {
        if (once(4)) {
            return JSON.textNode(text());
        }
        return switch (schema.path("format").asText()) {
            case "date" -> JSON.textNode("2026-0" + (1 + random.nextInt(9)) + "-15");
            case "date-time" -> JSON.textNode("2026-0" + (1 + random.nextInt(6)) + "-15T10:00:00Z");
            case "uuid" -> JSON.textNode(once(2) ? one(ids) : UUID.randomUUID().toString());
            default -> JSON.textNode(once(2) ? one(ids) : "t" + random.nextInt(50));
        };
    }

    private JsonNode wrong() {
        List<JsonNode> wrong = new ArrayList<>(List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.arrayNode(),
                JSON.objectNode(),
                JSON.textNode(text()),
                JSON.textNode("#num:" + one(NUMBERS))));
        return one(wrong);
    }
}
