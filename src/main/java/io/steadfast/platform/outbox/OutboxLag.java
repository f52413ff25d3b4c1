package io.steadfast.platform.outbox;

import io.steadfast.platform.metrics.Lag;
import io.steadfast.platform.outbox.store.OutboxReadings;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** How long the oldest event has waited that nobody has taken. */
@ApplicationScoped
public class OutboxLag implements Lag {

    @Inject
    private OutboxReadings readings;

    @Inject
    private RealClock clock;

    @Override
    public String name() {
        return "outbox_lag_seconds";
    }

    @Override
    @Transactional
    public Optional<Duration> waited() {
        return readings.oldestWaiting().map(recorded -> Duration.between(recorded, clock.now()));
    }
}
