package io.steadfast.ledger.core;

import java.time.Instant;

/**
 * The heads of the chains of members that moved since the last one, under one root.
 *
 * @param members how many heads it covers
 * @param root in hexadecimal; goes to the operator's log, so that the books can be held against it from outside
 */
public record Seal(long number, Instant sealedAt, long members, String root) {}
