package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/**
 * An import with what its cells are read by.
 *
 * @param zone of dates without a time
 * @param currency of amounts without one
 */
record Occasion(UUID id, ImportPlan plan, ZoneId zone, Currency currency) {}
