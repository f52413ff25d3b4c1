package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A publish that one person asked for and another has to agree to.
 *
 * @param draftVersion of the draft as it was looked at; a draft changed since must be asked for again
 * @param effectiveFrom empty for the moment of the approval
 */
public record PublishWish(
        UUID id,
        ProgramCode program,
        UUID draft,
        long draftVersion,
        Optional<Instant> effectiveFrom,
        By requester,
        Instant requestedAt) {

    /** Who asked: the actor's kind and id, and the name people know. */
    public record By(String id, String name) {}

    public boolean isFor(ProgramDraft other) {
        return other.id().equals(draft) && other.version() == draftVersion;
    }
}
