package io.steadfast.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every call its id: echoed when the caller brought a well-formed one, made otherwise. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter implements Filter {

    /** Where other servlets of the same call find the id. */
    static final String ATTRIBUTE = "io.steadfast.requestId";

    @Inject
    private RequestIds ids;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = ids.accepted(((HttpServletRequest) request).getHeader(RequestIds.HEADER));
        request.setAttribute(ATTRIBUTE, id);
        ((HttpServletResponse) response).setHeader(RequestIds.HEADER, id);
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ids.begin(id);
        // The log prints the name before the line, so every line of this call carries its id, the libraries' too.
        thread.setName("request " + id);
        try {
            chain.doFilter(request, response);
        } finally {
            thread.setName(name);
            ids.end();
        }
    }
}
