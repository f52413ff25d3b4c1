package io.steadfast.programs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.shared.ProgramCode;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A program to be.
 *
 * @param template the name of one, as in {@code P1}; or
 * @param document a whole document
 */
public record NewProgramRequest(
        @Schema(required = true) @Nullable ProgramCode code,
        @Nullable String template,
        @Nullable JsonNode document) {

    void check() {
        FieldErrors errors = new FieldErrors();
        if (code == null) {
            errors.add("code", FieldReason.REQUIRED);
        }
        if ((template == null) == (document == null)) {
            errors.add("template", ProgramRefusal.TEMPLATE_OR_DOCUMENT);
        }
        errors.refuseIfAny();
    }

    ProgramDraft createIn(ProgramService programs) {
        if (code == null) {
            throw FieldErrors.one("code", FieldReason.REQUIRED);
        }
        if (template != null) {
            return programs.createFrom(code, template);
        }
        byte[] text = String.valueOf(document).getBytes(StandardCharsets.UTF_8);
        return programs.create(code, ProgramDocumentCodec.read(text));
    }
}
