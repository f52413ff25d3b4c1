package io.steadfast.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.ProgramDocument;
import java.util.Map;

/** How long the texts of a program may be. */
public final class TextLengths {

    /** A name, a description, a value of a condition: what has more than this fits into no page, card or receipt. */
    public static final int TEXT = 1_000;

    /** The brand's own clauses before and after the terms: some ten printed pages. */
    public static final int CLAUSES = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OF_CLAUSES = "terms.";

    private TextLengths() {}

    /** How long the text at this JSON pointer may be. */
    public static int most(String pointer) {
        return pointer.startsWith("/terms/") ? CLAUSES : TEXT;
    }

    /** Refuses {@code INVALID_REQUEST} (400) with {@code TOO_LONG} at each text that is longer. */
    static void refuseLonger(ProgramDocument document) {
        FieldErrors errors = new FieldErrors();
        try {
            measure(JSON.readTree(ProgramDocumentCodec.write(document)), "", errors);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        errors.refuseIfAny();
    }

    private static void measure(JsonNode node, String path, FieldErrors errors) {
        int most = path.startsWith(OF_CLAUSES) ? CLAUSES : TEXT;
        if (node.isTextual() && node.textValue().length() > most) {
            errors.add(path, FieldReason.TOO_LONG, Map.of("most", most));
        }
        node.fields()
                .forEachRemaining(field -> measure(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), errors));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            measure(node.get(index), path + "[" + index + "]", errors);
        }
    }
}
