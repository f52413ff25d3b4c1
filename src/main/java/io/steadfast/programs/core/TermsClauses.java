package io.steadfast.programs.core;

/**
 * The tenant's own words around the generated terms; plain text, shown as text everywhere.
 *
 * @param opening before them
 * @param closing after them
 */
public record TermsClauses(LocalText opening, LocalText closing) {}
