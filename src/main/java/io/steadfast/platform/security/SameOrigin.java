package io.steadfast.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * A change that another site's page makes the browser send. Faces' view state and SameSite cookies stand against it too; this check
 * needs neither a session nor a form.
 */
final class SameOrigin {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static boolean isForeign(HttpServletRequest call) {
        if (READING.contains(call.getMethod())) {
            return false;
        }
        String site = call.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = call.getHeader("Origin");
        return origin != null && !sameHost(origin, call.getHeader("Host"));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
