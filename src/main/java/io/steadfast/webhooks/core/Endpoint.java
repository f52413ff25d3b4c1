package io.steadfast.webhooks.core;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Where a tenant wants its events.
 *
 * @param types which events; empty means every type
 * @param noticeChannel whether an answer of 2xx counts as a notice that a member got
 * @param version rises with every change
 */
public record Endpoint(
        UUID id,
        String url,
        String description,
        Set<String> types,
        Status status,
        boolean noticeChannel,
        Instant createdAt,
        long version) {

    public Endpoint {
        types = Set.copyOf(types);
    }

    /** Whether events are sent; what happens while paused is not kept for later. */
    public enum Status {
        ACTIVE,
        PAUSED
    }
}
