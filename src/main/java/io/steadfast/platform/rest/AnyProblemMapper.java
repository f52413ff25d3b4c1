package io.steadfast.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Anything a resource or filter throws, as a problem. */
@Provider
@ApplicationScoped
public class AnyProblemMapper implements ExceptionMapper<Throwable> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(Throwable thrown) {
        return problems.response(thrown);
    }
}
