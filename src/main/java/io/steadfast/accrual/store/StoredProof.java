package io.steadfast.accrual.store;

import io.steadfast.shared.ProgramCode;

/**
 * A proof as it was written.
 *
 * @param document JSON of the core's value
 */
public record StoredProof(Proof.Kind kind, ProgramCode program, int version, String document) {}
