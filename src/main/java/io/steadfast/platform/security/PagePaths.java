package io.steadfast.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Which addresses are pages, and for whom. */
final class PagePaths {

    /** Served to anybody, without a look at the session: systems, files, the server's own. */
    private static final List<String> NO_PAGES = List.of(
            "/api/",
            "/platform/v1/",
            "/jakarta.faces.resource/",
            "/resources/",
            "/health",
            "/metrics",
            "/openapi",
            "/developers/",
            "/webjars/");

    private static final List<String> FOR_PEOPLE = List.of("/console", "/store");

    private PagePaths() {}

    static boolean isNoPage(HttpServletRequest call) {
        return NO_PAGES.stream().anyMatch(call.getRequestURI()::startsWith);
    }

    static boolean needsPerson(HttpServletRequest call) {
        String path = call.getRequestURI();
        return FOR_PEOPLE.stream().anyMatch(area -> path.equals(area) || path.startsWith(area + "/"));
    }

    /** Faces' own calls from scripts understand a redirect only in their own words. */
    static void sendTo(String page, HttpServletRequest call, HttpServletResponse response) throws IOException {
        boolean sessionEnded = call.getRequestedSessionId() != null && !call.isRequestedSessionIdValid();
        String target = sessionEnded ? page + "?expired" : page;
        if ("partial/ajax".equals(call.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + target
                            + "\"/></partial-response>");
        } else {
            response.sendRedirect(target);
        }
    }
}
