package io.steadfast.programs;

import io.steadfast.programs.core.ProgramVersion;

/** A version is published in this transaction, to begin when it says. */
public record Published(ProgramVersion version) {}
