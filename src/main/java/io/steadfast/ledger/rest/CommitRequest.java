package io.steadfast.ledger.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Map;
import java.util.Optional;

/**
 * How many of the held points are used; the rest go back.
 *
 * @param basket as in {@link HoldRequest}; left out, what the hold said
 */
public record CommitRequest(long points, Optional<OrderReference> order, Optional<Long> basket) {

    /** Refuses (400) a commit of nothing: that is a release. */
    CommitRequest checked() {
        if (points < 1) {
            throw FieldErrors.one("points", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (basket.filter(comesTo -> comesTo < 0).isPresent()) {
            throw FieldErrors.one("basket", FieldReason.OUT_OF_RANGE, Map.of("range", "0 –"));
        }
        return this;
    }
}
