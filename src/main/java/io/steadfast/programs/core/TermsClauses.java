package io.steadfast.programs.core;

import java.util.Optional;

/**
 * The tenant's own words around the generated terms, and what it promises about changes of them.
 *
 * @param opening before them; plain text, shown as text everywhere
 * @param closing after them
 * @param changeNoticeDays how long before a change of the terms begins it is published; empty where nothing is promised
 */
public record TermsClauses(LocalText opening, LocalText closing, Optional<Integer> changeNoticeDays) {}
