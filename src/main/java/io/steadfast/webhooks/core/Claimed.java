package io.steadfast.webhooks.core;

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
 */
public record Claimed(
        UUID delivery,
        UUID event,
        String url,
        List<byte[]> secrets,
        Optional<UUID> member,
        Optional<String> body,
        int attempts) {

    public Claimed {
        secrets = List.copyOf(secrets);
    }

    public Claimed withBody(String made) {
        return new Claimed(delivery, event, url, secrets, member, Optional.of(made), attempts);
    }
}
