package io.steadfast.programs.rest;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;

/** What was published. */
public record PublishResponse(ProgramCode program, int version, Instant effectiveFrom) {

    static PublishResponse of(ProgramVersion version) {
        return new PublishResponse(version.code(), version.version(), version.effectiveFrom());
    }
}
