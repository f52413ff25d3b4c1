package io.steadfast.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.Json;
import io.steadfast.programs.core.ProgramDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The program document as JSON, in one canonical form: what is read and written again without a change is equal to the
 * byte. Older schema versions are migrated while they are read.
 */
public final class ProgramDocumentCodec {

    private static final Json JSON = Json.with(new DocumentTypes());

    private ProgramDocumentCodec() {}

    /**
     * Reads a document of this or any earlier schema version.
     *
     * <p>Refuses (400, with the field's path) unknown, missing and duplicate fields, wrong types, and a schema version
     * this code doesn't know. Whether the document makes sense is {@link ProgramDocument#problems()}.
     */
    public static ProgramDocument read(byte[] json) {
        JsonNode tree = JSON.tree(json);
        if (!tree.isObject()) {
            throw FieldErrors.one("", FieldReason.WRONG_TYPE, Map.of("expected", "object"));
        }
        JsonNode version = tree.get("schemaVersion");
        if (version == null) {
            throw FieldErrors.one("schemaVersion", FieldReason.REQUIRED);
        }
        if (!version.isInt()) {
            throw FieldErrors.one("schemaVersion", FieldReason.WRONG_TYPE, Map.of("expected", "integer"));
        }
        if (version.intValue() < 1 || version.intValue() > ProgramDocument.SCHEMA_VERSION) {
            throw FieldErrors.one(
                    "schemaVersion",
                    FieldReason.OUT_OF_RANGE,
                    Map.of("range", "1 to " + ProgramDocument.SCHEMA_VERSION));
        }
        if (version.intValue() == ProgramDocument.SCHEMA_VERSION) {
            return JSON.read(json, ProgramDocument.class);
        }
        return JSON.read(JSON.write(DocumentMigrations.toPresent((ObjectNode) tree)), ProgramDocument.class);
    }

    public static ProgramDocument read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The canonical form: fields in the order of the schema, nothing empty but lists, no white space. */
    public static String write(ProgramDocument document) {
        return JSON.text(document);
    }

    /** The canonical form as a tree, for answers that hold a document. */
    public static JsonNode tree(ProgramDocument document) {
        return JSON.mapper().valueToTree(document);
    }
}
