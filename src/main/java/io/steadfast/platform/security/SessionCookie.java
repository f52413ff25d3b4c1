package io.steadfast.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The session's cookie: out of reach of scripts and other sites, and over TLS only where there is TLS. */
@WebListener
public class SessionCookie implements ServletContextListener {

    private static final int MINUTES = 30;

    @Inject
    @ConfigProperty(name = "steadfast.cookies.secure", defaultValue = "false")
    private boolean secure;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        event.getServletContext().setSessionTimeout(MINUTES);
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName("steadfast_session");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
