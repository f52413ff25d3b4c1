package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;

/** A tier of one of the program's sets and every tier above it. */
public record TierLevel(TierSetCode set, TierCode from) {}
