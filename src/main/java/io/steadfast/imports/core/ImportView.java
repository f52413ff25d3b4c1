package io.steadfast.imports.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import as it stands.
 *
 * @param total rows of the file; empty until it is read
 * @param done rows taken
 * @param failed rows that couldn't be taken
 * @param person who asked for it, where a person did
 * @param problem why it failed as a whole: the name of an {@link ImportRefusal}
 */
public record ImportView(
        UUID id,
        ImportPlan plan,
        String fileName,
        ImportState state,
        Optional<Long> total,
        long done,
        long failed,
        Optional<String> problem,
        String requester,
        Instant requestedAt,
        Optional<UUID> person) {

    public boolean isOver() {
        return state == ImportState.COMPLETED || state == ImportState.FAILED;
    }
}
