package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;

/** A tier set of any program of the tenant: rules may read the member's tier in another program. */
public record TierSetRef(ProgramCode program, TierSetCode set) {

    /** Reads {@code SET} as one of the given program, {@code PROGRAM/SET} as one of another. */
    public static TierSetRef parse(String text, ProgramCode own) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new TierSetRef(own, new TierSetCode(text));
        }
        return new TierSetRef(new ProgramCode(text.substring(0, slash)), new TierSetCode(text.substring(slash + 1)));
    }
}
