package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Refuses by its name a parameter with a NUL, which no text of the database holds; bodies are read by {@link JsonText}. */
@Provider
public class PlainParametersFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext call) {
        check(call.getUriInfo().getPathParameters());
        check(call.getUriInfo().getQueryParameters());
    }

    private static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value != null && value.indexOf('\0') >= 0)) {
                throw FieldErrors.one(name, FieldReason.BAD_CHARACTER);
            }
        });
    }
}
