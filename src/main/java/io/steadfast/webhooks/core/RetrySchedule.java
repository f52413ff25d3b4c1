package io.steadfast.webhooks.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a failed delivery is tried again: soon at first, then with growing gaps, for 51 hours and 42 minutes in all. */
public final class RetrySchedule {

    /** A deployment, a night, and a day off to find out: everything is tried for over two days. */
    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(50),
            Duration.ofMinutes(5),
            Duration.ofMinutes(36),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /** How long to wait after that many failed attempts; empty when it is given up. */
    public static Optional<Duration> afterFailure(int attempts) {
        return attempts > GAPS.size() ? Optional.empty() : Optional.of(GAPS.get(attempts - 1));
    }
}
