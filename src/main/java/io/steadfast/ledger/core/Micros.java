package io.steadfast.ledger.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the books keep them: whole microseconds, so that what is hashed is what is stored. */
final class Micros {

    private Micros() {}

    static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
