package io.steadfast.platform.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Asks nobody who sends no body which form it has: many callers name one with every call. */
@Provider
@PreMatching
public class BodilessCallFilter implements ContainerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE);

    @Override
    public void filter(ContainerRequestContext call) {
        if (WITHOUT_BODY.contains(call.getMethod())) {
            call.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
