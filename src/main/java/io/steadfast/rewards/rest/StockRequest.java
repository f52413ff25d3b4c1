package io.steadfast.rewards.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.ProgramCode;
import java.util.Map;
import java.util.Optional;

/**
 * What is put in stock.
 *
 * @param program where several have a reward of this code
 * @param change how many more; negative takes some out
 */
public record StockRequest(Optional<ProgramCode> program, long change) {

    private static final long MOST = 1_000_000_000;

    StockRequest checked() {
        if (change == 0 || Math.abs(change) > MOST) {
            throw FieldErrors.one("change", FieldReason.OUT_OF_RANGE, Map.of("range", "±1 – " + MOST));
        }
        return this;
    }
}
