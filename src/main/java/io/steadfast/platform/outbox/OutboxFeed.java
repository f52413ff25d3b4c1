package io.steadfast.platform.outbox;

import io.steadfast.platform.outbox.store.OutboxReadings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives written events to whoever sends them, each once. */
@ApplicationScoped
public class OutboxFeed {

    @Inject
    private OutboxReadings readings;

    /**
     * The oldest events that nobody took yet, in order; they are taken once this transaction commits. One taker at a time
     * in a tenant: another waits here, or it could overtake this one.
     */
    public List<OutboxEvent> take(int limit) {
        return readings.take(limit);
    }

    /** Whether an event waits to be taken. */
    public boolean waiting() {
        return readings.waiting();
    }

    /** An event by its id. */
    public Optional<OutboxEvent> find(UUID event) {
        return readings.find(event);
    }
}
