package io.steadfast.programs;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;

/**
 * A sandbox wants a version to begin in its past. Whoever has recorded orders or activities observes this and refuses: what was
 * judged already would have been judged by another version.
 */
public final class BackdatedPublish {

    private final ProgramCode program;
    private final Instant effectiveFrom;
    private boolean refused;

    BackdatedPublish(ProgramCode program, Instant effectiveFrom) {
        this.program = program;
        this.effectiveFrom = effectiveFrom;
    }

    public ProgramCode program() {
        return program;
    }

    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** Says that something was recorded already. */
    public void refuse() {
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}
