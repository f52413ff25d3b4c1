package io.steadfast.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets a caller who only names the form of refusals have what the call gives. Clients that are generated from the document do so
 * where a success has no body or is a file: a problem is the one JSON that they know of there.
 */
@Provider
@PreMatching
public class ProblemAcceptFilter implements ContainerRequestFilter {

    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    @Override
    public void filter(ContainerRequestContext call) {
        boolean nothingElse = call.getAcceptableMediaTypes().stream()
                .allMatch(named -> named.getType().equals(PROBLEM.getType())
                        && named.getSubtype().equals(PROBLEM.getSubtype()));
        if (nothingElse) {
            call.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }
}
