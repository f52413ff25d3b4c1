package io.steadfast.webhooks;

import io.steadfast.platform.metrics.Lag;
import io.steadfast.platform.time.RealClock;
import io.steadfast.webhooks.store.DeliveryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** The age of the oldest event that an endpoint has not taken yet. */
@ApplicationScoped
public class DeliveryLag implements Lag {

    @Inject
    private DeliveryStore deliveries;

    @Inject
    private RealClock clock;

    @Override
    public String name() {
        return "webhook_oldest_undelivered_seconds";
    }

    @Override
    @Transactional
    public Optional<Duration> waited() {
        return deliveries.oldestPending().map(made -> Duration.between(made, clock.now()));
    }
}
