package io.steadfast.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The HTTP call being answered: what the caller sent, as sent. */
@RequestScoped
public class CurrentCall {

    @Inject
    private HttpServletRequest request;

    private byte[] body = {};

    /** Upper case, as in {@code POST}. */
    public String method() {
        return request.getMethod();
    }

    /** The path from the server's root and the query, as sent. */
    public String target() {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The body's bytes once it has been read; empty before, and where there is none. */
    public byte[] body() {
        return body.clone();
    }

    void keepBody(byte[] bytes) {
        body = bytes.clone();
    }

    /** The language of the answer's texts. */
    public Locale language() {
        return Languages.accepted(request.getHeader("Accept-Language"));
    }

    public String requestId() {
        Object id = request.getAttribute(RequestIdFilter.ATTRIBUTE);
        return id == null ? "" : id.toString();
    }
}
