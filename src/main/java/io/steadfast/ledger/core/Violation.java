package io.steadfast.ledger.core;

/**
 * An invariant that doesn't hold.
 *
 * @param invariant its code, as in I1
 * @param offender the first row that breaks it
 */
public record Violation(String invariant, String meaning, String offender) {}
