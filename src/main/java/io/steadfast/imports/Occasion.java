package io.steadfast.imports;

import io.steadfast.imports.core.ImportPlan;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * An import with what its cells are read by.
 *
 * @param runner who goes on with it; nothing is kept once it is somebody else
 * @param person who asked for it, where a person did
 * @param zone of dates without a time
 * @param currency of amounts without one
 */
record Occasion(UUID id, UUID runner, Optional<UUID> person, ImportPlan plan, ZoneId zone, Currency currency) {}
