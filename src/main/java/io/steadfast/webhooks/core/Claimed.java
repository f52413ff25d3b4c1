package io.steadfast.webhooks.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery in the hands of one sender.
 *
 * @param secrets the present one first, then the former while it still signs
 * @param member whom the event is about
 * @param body as it was sent before; empty at the first attempt
 * @param attempts made so far
 * @param until real time, exclusive: nobody else takes the delivery before; what makes this claim this one
 */
public record Claimed(
        UUID delivery,
        UUID event,
        String url,
        List<byte[]> secrets,
        Optional<UUID> member,
        Optional<String> body,
        int attempts,
        Instant until) {

    public Claimed {
        secrets = List.copyOf(secrets);
    }

    public Claimed withBody(String made) {
        return new Claimed(delivery, event, url, secrets, member, Optional.of(made), attempts, until);
    }

    /** Whether it stays with its sender so much longer. */
    public boolean lasts(Duration time, Instant now) {
        return now.plus(time).isBefore(until);
    }
}
