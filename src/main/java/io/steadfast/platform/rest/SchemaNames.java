package io.steadfast.platform.rest;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names of schemas: of a nested type with those around it, of a page with what is on it; where two types would have the same,
 * with the feature of each. Known when all types are, so references are filled at the end.
 */
final class SchemaNames {

    private static final String ROOT = "io.steadfast.";

    private record Key(JavaType type, JsonSchemas.Way way) {}

    private final Map<Key, Schema> schemas = new LinkedHashMap<>();
    private final Map<Key, List<Schema>> references = new LinkedHashMap<>();

    /** Notes a reference; true for the first one to a type, whose schema is then due. */
    boolean isNew(JavaType type, JsonSchemas.Way way, Schema reference) {
        boolean first = !references.containsKey(new Key(type, way));
        references.computeIfAbsent(new Key(type, way), key -> new ArrayList<>()).add(reference);
        return first;
    }

    void put(JavaType type, JsonSchemas.Way way, Schema schema) {
        schemas.put(new Key(type, way), schema);
    }

    /** Fills the references; every schema by its name. */
    Map<String, Schema> given() {
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = schemas.keySet().stream()
                .map(this::simple)
                .filter(simple -> !seen.add(simple))
                .collect(Collectors.toSet());
        Map<String, Schema> named = new TreeMap<>();
        schemas.forEach((key, schema) -> {
            String simple = simple(key);
            String name = ambiguous.contains(simple) ? feature(key.type()) + simple : simple;
            if (named.put(name, schema) != null) {
                throw new IllegalStateException("Two types would be called " + name + ", one of them " + key);
            }
            references
                    .getOrDefault(key, List.of())
                    .forEach(reference -> reference.setRef("#/components/schemas/" + name));
        });
        return named;
    }

    private String simple(Key key) {
        String name = simple(key.type());
        boolean bothWays = references.containsKey(new Key(key.type(), JsonSchemas.Way.WRITTEN));
        return switch (key.way()) {
            case WRITTEN -> name;
            case READ -> bothWays ? name + "Input" : name;
            case CHANGED -> name.replaceFirst("Request$", "") + "Change";
        };
    }

    private static String simple(JavaType type) {
        if (type.isJavaLangObject()) {
            return "AnyValue";
        }
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < type.containedTypeCount(); at++) {
            name.append(simple(type.containedType(at)));
        }
        StringBuilder around = new StringBuilder();
        for (Class<?> each = type.getRawClass(); each != null; each = each.getEnclosingClass()) {
            around.insert(0, each.getSimpleName().replaceFirst("Resource$", ""));
        }
        return name.append(around).toString();
    }

    /** As in {@code Vouchers}. */
    private static String feature(JavaType type) {
        String path = type.getRawClass().getPackageName();
        String feature = path.startsWith(ROOT) ? path.substring(ROOT.length()).split("\\.", -1)[0] : "Java";
        return feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1);
    }
}
