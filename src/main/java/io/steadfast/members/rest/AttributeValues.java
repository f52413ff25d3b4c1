package io.steadfast.members.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Attributes as callers write them: a text, number or yes/no, or a list of texts; null takes one away. */
final class AttributeValues {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final int MOST = 100;
    private static final int MOST_LENGTH = 500;

    private AttributeValues() {}

    static Map<String, List<String>> changed(
            Map<String, List<String>> before, Map<String, JsonNode> sent, FieldErrors errors) {
        Map<String, List<String>> attributes = new LinkedHashMap<>(before);
        sent.forEach((name, value) -> {
            String path = "attributes." + name;
            if (!NAME.matcher(name).matches()) {
                errors.add(path, FieldReason.NOT_VALID);
            } else if (value == null || value.isNull()) {
                attributes.remove(name);
            } else {
                attributes.put(name, values(path, value, errors));
            }
        });
        Texts.atMostEntries("attributes", attributes.size(), MOST, errors);
        return attributes;
    }

    private static List<String> values(String path, JsonNode value, FieldErrors errors) {
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            Texts.atMostEntries(path, value.size(), MOST, errors);
            for (JsonNode one : value) {
                add(values, path, one, errors);
            }
        } else {
            add(values, path, value, errors);
        }
        return values;
    }

    private static void add(List<String> values, String path, JsonNode value, FieldErrors errors) {
        if (!value.isValueNode() || value.isNull()) {
            errors.add(path, FieldReason.WRONG_TYPE, Map.of("expected", "string, number, boolean"));
        } else if (value.asText().length() > MOST_LENGTH) {
            errors.add(path, FieldReason.TOO_LONG, Map.of("most", MOST_LENGTH));
        } else {
            values.add(value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
        }
    }
}
