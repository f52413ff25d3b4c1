package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work in progress on a program.
 *
 * @param baseVersion the published version it started from; empty before the first publish
 * @param version rises with every save; a save names the one it changed
 * @param label what people call it; empty where they don't
 */
public record ProgramDraft(
        UUID id,
        ProgramCode program,
        Optional<Integer> baseVersion,
        long version,
        ProgramDocument document,
        Instant changedAt,
        String changedBy,
        String label) {}
