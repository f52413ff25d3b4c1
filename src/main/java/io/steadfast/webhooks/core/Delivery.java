package io.steadfast.webhooks.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One event for one endpoint, with what became of it.
 *
 * @param dueAt when it is tried next, by the tenant's clock; meaningless once delivered or dead
 * @param body the bytes that were sent; empty before the first attempt
 * @param log the attempts, the newest first
 */
public record Delivery(
        UUID id,
        UUID endpoint,
        UUID event,
        String type,
        Status status,
        int attempts,
        Instant dueAt,
        Optional<String> body,
        List<Attempt> log) {

    public Delivery {
        log = List.copyOf(log);
    }

    public Delivery withLog(List<Attempt> attemptsMade) {
        return new Delivery(id, endpoint, event, type, status, attempts, dueAt, body, attemptsMade);
    }

    /** {@code DEAD}: given up after the last attempt; only a redelivery sends it again. */
    public enum Status {
        PENDING,
        DELIVERED,
        DEAD
    }

    /**
     * One try.
     *
     * @param sentAt real time
     * @param httpStatus empty where no answer came
     * @param trouble what went wrong, as a code; empty on success
     */
    public record Attempt(int no, Instant sentAt, int millis, Optional<Integer> httpStatus, Optional<String> trouble) {

        public boolean succeeded() {
            return trouble.isEmpty();
        }
    }
}
