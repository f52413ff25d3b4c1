package io.steadfast.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What is checked of a document before it becomes objects: that it is one well-formed value, that no key stands twice,
 * and that no text or number is of a sort that breaks what comes behind (NUL, halves of surrogate pairs, 1e999999999).
 */
final class JsonText {

    /** A number needs no more places than this on either side of the point; its expansion would fill the memory. */
    private static final int MOST_SCALE = 40;

    private JsonText() {}

    static void check(ObjectMapper mapper, byte[] body) {
        try (JsonParser parser = mapper.createParser(body)) {
            walk(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void walk(JsonParser parser) throws IOException {
        int roots = 0;
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                checkValue(parser, token);
                if (parser.getParsingContext().inRoot()) {
                    roots++;
                }
            }
        } catch (JsonProcessingException wrong) {
            throw JsonErrors.syntax(wrong, path(parser.getParsingContext()));
        }
        // The value's own end stands at the root: one token of a scalar, or the closing bracket.
        if (roots > 1) {
            throw FieldErrors.one("", FieldReason.MALFORMED_JSON);
        }
    }

    private static void checkValue(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            checkText(parser.getText(), parser);
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            int scale = parser.getDecimalValue().scale();
            if (scale > MOST_SCALE || scale < -MOST_SCALE) {
                throw FieldErrors.one(
                        path(parser.getParsingContext()), FieldReason.OUT_OF_RANGE, Map.of("range", "±10^40"));
            }
        }
    }

    private static void checkText(String text, JsonParser parser) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw FieldErrors.one(path(parser.getParsingContext()), FieldReason.BAD_CHARACTER);
            }
            if (pair) {
                i++;
            }
        }
    }

    /** As in {@code lines[2].quantity}. */
    static String path(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String parent = context.getParent() == null ? "" : path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.getCurrentName() == null ? "" : context.getCurrentName();
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
