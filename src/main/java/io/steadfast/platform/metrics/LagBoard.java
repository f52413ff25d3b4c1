package io.steadfast.platform.metrics;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far work lagged when this node looked last. */
@ApplicationScoped
public class LagBoard {

    /**
     * The worst of one kind of work.
     *
     * @param name among the figures, as in {@code outbox_lag_seconds}
     * @param waited how long the oldest has waited; nought when none waits
     * @param tenant whose it is
     */
    public record Worst(String name, Duration waited, Optional<TenantSlug> tenant) {}

    /** What one look at every tenant saw. */
    public record Look(Instant at, List<Worst> worst) {}

    private volatile Optional<Look> last = Optional.empty();

    void show(Look look) {
        last = Optional.of(look);
    }

    /** Empty in the first half minute after a start. */
    public Optional<Look> last() {
        return last;
    }
}
