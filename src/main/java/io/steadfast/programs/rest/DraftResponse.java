package io.steadfast.programs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft with its circumstances.
 *
 * @param baseVersion the version it started from; left out before the first publish
 */
public record DraftResponse(
        UUID id,
        ProgramCode program,
        Optional<Integer> baseVersion,
        Instant changedAt,
        String changedBy,
        JsonNode document) {

    static DraftResponse of(ProgramDraft draft) {
        return new DraftResponse(
                draft.id(),
                draft.program(),
                draft.baseVersion(),
                draft.changedAt(),
                draft.changedBy(),
                ProgramDocumentCodec.tree(draft.document()));
    }
}
