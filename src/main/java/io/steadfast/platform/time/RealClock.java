package io.steadfast.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time the outside world has: leases, sessions, signatures, log. Never for a business instant. */
@ApplicationScoped
public class RealClock {

    private final Clock clock = Clock.systemUTC();

    /** Now, in the microseconds the database keeps: an instant reads back as it was written. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
