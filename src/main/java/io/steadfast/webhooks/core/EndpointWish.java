package io.steadfast.webhooks.core;

import java.util.Set;

/** An endpoint as a tenant wants it; see {@link Endpoint}. */
public record EndpointWish(
        String url, String description, Set<String> types, Endpoint.Status status, boolean noticeChannel) {

    public EndpointWish {
        types = Set.copyOf(types);
    }
}
