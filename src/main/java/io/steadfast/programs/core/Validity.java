package io.steadfast.programs.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From which to which day a rule holds, in the program's zone; both days included, an empty one is open.
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> through) {}
