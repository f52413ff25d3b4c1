package io.steadfast.programs.core;

import java.time.Instant;

/**
 * A version with the circumstances of its publishing.
 *
 * @param publishedAt the tenant's instant
 * @param publishedBy the person's name or the key's label
 */
public record PublishedVersion(ProgramVersion version, Instant publishedAt, String publishedBy) {}
