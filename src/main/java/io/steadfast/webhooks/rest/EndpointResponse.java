package io.steadfast.webhooks.rest;

import io.steadfast.webhooks.WebhookService;
import io.steadfast.webhooks.core.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An endpoint as callers read it.
 *
 * @param eventTypes empty means every type
 * @param secret shown once, when it was made
 */
public record EndpointResponse(
        UUID id,
        String url,
        String description,
        List<String> eventTypes,
        Endpoint.Status status,
        boolean noticeChannel,
        Instant createdAt,
        Optional<String> secret) {

    static EndpointResponse of(Endpoint endpoint) {
        return of(endpoint, Optional.empty());
    }

    static EndpointResponse of(WebhookService.Issued issued) {
        return of(issued.endpoint(), Optional.of(issued.secret()));
    }

    private static EndpointResponse of(Endpoint endpoint, Optional<String> secret) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                List.copyOf(new TreeSet<>(endpoint.types())),
                endpoint.status(),
                endpoint.noticeChannel(),
                endpoint.createdAt(),
                secret);
    }
}
