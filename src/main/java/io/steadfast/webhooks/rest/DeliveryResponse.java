package io.steadfast.webhooks.rest;

import io.steadfast.webhooks.core.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One event for one endpoint, as callers read it.
 *
 * @param dueAt when it is tried next, by the tenant's clock; empty once it is over
 * @param body the bytes that are sent
 * @param log the attempts, the newest first
 */
public record DeliveryResponse(
        UUID id,
        UUID eventId,
        String type,
        Delivery.Status status,
        int attempts,
        Optional<Instant> dueAt,
        Optional<String> body,
        List<AttemptResponse> log) {

    static DeliveryResponse of(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.event(),
                delivery.type(),
                delivery.status(),
                delivery.attempts(),
                Optional.of(delivery.dueAt()).filter(due -> delivery.status() == Delivery.Status.PENDING),
                delivery.body(),
                delivery.log().stream().map(AttemptResponse::of).toList());
    }

    /** One try; {@code trouble} is a code. */
    public record AttemptResponse(
            int no, Instant sentAt, int millis, Optional<Integer> httpStatus, Optional<String> trouble) {

        static AttemptResponse of(Delivery.Attempt attempt) {
            return new AttemptResponse(
                    attempt.no(), attempt.sentAt(), attempt.millis(), attempt.httpStatus(), attempt.trouble());
        }
    }
}
