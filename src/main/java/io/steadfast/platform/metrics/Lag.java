package io.steadfast.platform.metrics;

import java.time.Duration;
import java.util.Optional;

/** A kind of work that may fall behind. A CDI bean that implements this is found and asked. */
public interface Lag {

    /** Its name among the figures, as in {@code outbox_lag_seconds}; never changes. */
    String name();

    /** How long the oldest work of this kind has waited in the tenant in hand; empty when none waits. No transaction is open. */
    Optional<Duration> waited();
}
