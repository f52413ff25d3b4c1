package io.steadfast.members.core;

import java.time.Instant;

/**
 * Somebody known by one identity only.
 *
 * @param value as entered
 * @param joinedAt since when they are a member, and in the program
 */
public record Arrival(IdentityKind kind, String value, Instant joinedAt) {}
