package io.steadfast.ledger.core;

/**
 * The first row of the books that doesn't fit.
 *
 * @param key of the row, as its table names it
 * @param problem what doesn't fit
 */
public record TamperedRow(String table, String key, String problem) {}
