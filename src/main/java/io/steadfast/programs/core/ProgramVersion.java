package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;

/**
 * A published, immutable version of a program.
 *
 * @param version 1 for the first publish, rising by one
 * @param effectiveFrom the first instant whose orders and activities it judges
 */
public record ProgramVersion(ProgramCode code, int version, ProgramDocument document, Instant effectiveFrom) {}
