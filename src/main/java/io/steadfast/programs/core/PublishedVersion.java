package io.steadfast.programs.core;

import java.time.Instant;
import java.util.Optional;

/**
 * A version with the circumstances of its publishing.
 *
 * @param publishedAt the tenant's instant
 * @param publishedBy the person's name or the key's label
 * @param askedBy where a second person published it: the name of the first
 * @param withdrawn where it was taken back before it began
 */
public record PublishedVersion(
        ProgramVersion version,
        Instant publishedAt,
        String publishedBy,
        Optional<String> askedBy,
        Optional<Withdrawal> withdrawn) {

    /** When a version was taken back, and by whom. */
    public record Withdrawal(Instant at, String by) {}
}
