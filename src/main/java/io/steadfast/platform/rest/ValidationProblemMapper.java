package io.steadfast.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Bean Validation's findings as wrong fields; without it the server's own mapper answers. */
@Provider
@ApplicationScoped
public class ValidationProblemMapper implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return problems.response(thrown);
    }
}
