package io.steadfast.platform.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies as a caller could send them, made of the schemas and of what fields of a name usually hold. */
final class ExampleBodies {

    private static final int DEEPEST = 12;
    private static final String ID = "019a2f3c-5d6e-7f80-9a1b-2c3d4e5f6071";

    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("externalId", "C-4711"),
            Map.entry("phone", "+447700900123"),
            Map.entry("email", "amelia.ward@example.com"),
            Map.entry("cardNumber", "5200123456789012"),
            Map.entry("name", "Amelia Ward"),
            Map.entry("program", "club"),
            Map.entry("wallet", "points"),
            Map.entry("currency", "GBP"),
            Map.entry("country", "GB"),
            Map.entry("zone", "Europe/London"),
            Map.entry("locale", "en-GB"),
            Map.entry("channel", "app"),
            Map.entry("source", "till"),
            Map.entry("reference", "1001"),
            Map.entry("lineId", "1"),
            Map.entry("sku", "whey"),
            Map.entry("category", "nutrition/protein"),
            Map.entry("amount", 4000),
            Map.entry("points", 100),
            Map.entry("quantity", 1),
            Map.entry("minutes", 15),
            Map.entry("store", "LDN1"),
            Map.entry("homeStore", "LDN1"),
            Map.entry("code", "LDN1"),
            Map.entry("holdId", "checkout-1001"),
            Map.entry("reason", "GOODWILL"),
            Map.entry("url", "https://shop.example.com/webhooks"),
            Map.entry("nextCursor", "AQEAJDAx"));

    private static final String AT = "2026-03-14T10:00:00Z";

    private final Map<String, Schema> schemas;

    ExampleBodies(@Nullable Map<String, Schema> schemas) {
        this.schemas = schemas == null ? Map.of() : schemas;
    }

    /** Empty for a schema that says nothing. */
    Optional<Object> of(Schema schema) {
        return value("", schema, 0);
    }

    private Optional<Object> value(String name, Schema reference, int depth) {
        Schema schema = resolved(reference);
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (schema.getExample() != null) {
            return Optional.of(schema.getExample());
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return Optional.of(schema.getEnumeration().get(0));
        }
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
            Map<String, Object> object = new LinkedHashMap<>();
            schema.getProperties()
                    .forEach((field, type) -> value(field, type, depth + 1).ifPresent(each -> object.put(field, each)));
            return Optional.of(object);
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            return value(name, schema.getAdditionalPropertiesSchema(), depth + 1)
                    .map(one -> Map.of("en", one));
        }
        if (schema.getItems() != null) {
            List<Object> items = new ArrayList<>();
            value(name, schema.getItems(), depth + 1).ifPresent(items::add);
            return Optional.of(items);
        }
        if (schema.getType() == null) {
            return choices(schema).flatMap(choice -> value(name, choice, depth + 1));
        }
        return Optional.of(plain(name, schema.getType(), String.valueOf(schema.getFormat())));
    }

    private static Optional<Schema> choices(Schema schema) {
        List<Schema> all = new ArrayList<>();
        Optional.ofNullable(schema.getAllOf()).ifPresent(all::addAll);
        Optional.ofNullable(schema.getOneOf()).ifPresent(all::addAll);
        Optional.ofNullable(schema.getAnyOf()).ifPresent(all::addAll);
        return all.stream().findFirst();
    }

    private static Object plain(String name, Schema.SchemaType type, String format) {
        return switch (type) {
            case INTEGER, NUMBER -> BY_NAME.get(name) instanceof Integer known ? known : 1;
            case BOOLEAN -> true;
            case OBJECT -> Map.of("field", "value");
            default -> text(name, format);
        };
    }

    private static String text(String name, String format) {
        return switch (format) {
            case "uuid" -> ID;
            case "date" -> "2026-03-14";
            case "date-time" -> AT;
            default -> BY_NAME.get(name) instanceof String known ? known : name.isEmpty() ? "text" : name;
        };
    }

    private Schema resolved(Schema schema) {
        Schema now = schema;
        for (int depth = 0; depth < DEEPEST && now.getRef() != null; depth++) {
            String name = now.getRef().substring(now.getRef().lastIndexOf('/') + 1);
            Schema next = schemas.get(name);
            if (next == null) {
                return now;
            }
            now = next;
        }
        return now;
    }
}
