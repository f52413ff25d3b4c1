package io.steadfast.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

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
    private static final String OF_OPERATORS = "/platform";

    /** The operators' pages that come before signing in. */
    private static final Set<String> OPEN = Set.of("/platform/signin", "/platform/invitation");

    private PagePaths() {}

    static boolean isNoPage(HttpServletRequest call) {
        return NO_PAGES.stream().anyMatch(path(call)::startsWith);
    }

    static boolean needsPerson(HttpServletRequest call) {
        return FOR_PEOPLE.stream().anyMatch(area -> isWithin(area, call));
    }

    /** Whether a page is the operators'; no tenant's person is anybody there. */
    static boolean isOfOperators(HttpServletRequest call) {
        return isWithin(OF_OPERATORS, call);
    }

    static boolean needsOperator(HttpServletRequest call) {
        return isOfOperators(call) && !OPEN.contains(path(call).replaceAll("\\.xhtml$", ""));
    }

    private static boolean isWithin(String area, HttpServletRequest call) {
        String path = path(call);
        return path.equals(area) || path.startsWith(area + "/");
    }

    /** As the server reads it: decoded and without detours, so that no other spelling of an address gets around a door. */
    private static String path(HttpServletRequest call) {
        String within = call.getPathInfo();
        return within == null ? call.getServletPath() : call.getServletPath() + within;
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
