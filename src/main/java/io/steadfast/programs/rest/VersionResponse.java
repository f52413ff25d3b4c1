package io.steadfast.programs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A published version.
 *
 * @param withdrawnAt when it was taken back before it began
 * @param document left out in lists
 */
public record VersionResponse(
        ProgramCode program,
        int version,
        Instant effectiveFrom,
        Instant publishedAt,
        String publishedBy,
        Optional<Instant> withdrawnAt,
        Optional<JsonNode> document) {

    static VersionResponse of(PublishedVersion published) {
        return new VersionResponse(
                published.version().code(),
                published.version().version(),
                published.version().effectiveFrom(),
                published.publishedAt(),
                published.publishedBy(),
                published.withdrawn().map(PublishedVersion.Withdrawal::at),
                Optional.of(ProgramDocumentCodec.tree(published.version().document())));
    }

    static VersionResponse withoutDocument(PublishedVersion published) {
        VersionResponse whole = of(published);
        return new VersionResponse(
                whole.program,
                whole.version,
                whole.effectiveFrom,
                whole.publishedAt,
                whole.publishedBy,
                whole.withdrawnAt,
                Optional.empty());
    }
}
