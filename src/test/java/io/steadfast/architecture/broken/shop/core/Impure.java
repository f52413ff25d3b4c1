package io.steadfast.architecture.broken.shop.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;

/** Offends: reads the clock, makes random, logs. */
public final class Impure {
    private static final Logger LOG = Logger.getLogger("impure");

    public Instant now() {
        return Instant.now();
    }

    public Instant fromClock(Clock clock) {
        return clock.instant();
    }

    public long millis() {
        return System.currentTimeMillis();
    }

    public int dice() {
        return new Random().nextInt();
    }

    public UUID id() {
        return UUID.randomUUID();
    }

    public void log() {
        LOG.info("x");
    }
}
