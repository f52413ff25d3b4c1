package io.steadfast.imports.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses (400) a form that says it is too large before any of it is read, and bounds every other while it is read. */
@Provider
@Upload
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class UploadFilter implements ContainerRequestFilter {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,10}");

    /** Longer than any length that is allowed. */
    private static final Pattern LONG_LENGTH = Pattern.compile("\\d{11,}");

    @Override
    public void filter(ContainerRequestContext request) {
        Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_LENGTH))
                .ifPresent(UploadFilter::refuseTooLarge);
        Optional.ofNullable(request.getMediaType())
                .map(MediaType::getParameters)
                .map(parameters -> parameters.get("boundary"))
                .filter(boundary -> !boundary.isEmpty())
                .ifPresent(boundary -> request.setEntityStream(new BoundedForm(request.getEntityStream(), boundary)));
    }

    /** A length that isn't a number is the server's to refuse. */
    static void refuseTooLarge(String length) {
        String digits = length.strip();
        boolean tooLarge = LONG_LENGTH.matcher(digits).matches()
                || (LENGTH.matcher(digits).matches() && Long.parseLong(digits) > BoundedForm.MOST_BYTES);
        if (tooLarge) {
            throw BoundedForm.tooLarge();
        }
    }
}
