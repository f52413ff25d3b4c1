package io.steadfast.platform.jobs;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/** Counts what is answered. */
@WebListener
public class TrafficListener implements ServletRequestListener {

    private static final String FILES = "/jakarta.faces.resource/";

    @Inject
    private Traffic traffic;

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (!((HttpServletRequest) event.getServletRequest()).getRequestURI().contains(FILES)) {
            traffic.answer();
        }
    }
}
