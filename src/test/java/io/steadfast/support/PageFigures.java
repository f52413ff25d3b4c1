package io.steadfast.support;

import com.microsoft.playwright.Page;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the last request of each kind to a page cost the server, from its door on: round trips to the database, the time waited for
 * them, the processor's time, which says the same on a busy machine, and the whole. Asked for at {@value #PATH}, with the kind as in {@code GET /store/}.
 */
@WebServlet(PageFigures.PATH)
public class PageFigures extends HttpServlet {

    static final String PATH = "/try/page-figures";
    private static final long serialVersionUID = 1L;
    private static final ConcurrentMap<String, String> LAST = new ConcurrentHashMap<>();

    /** What one request cost. */
    public record Cost(long trips, long databaseMicros, long processorMicros, long micros) {

        /** Of the last request of this kind, whoever made it. */
        public static Cost ofLast(String kind, Page page) {
            String[] parts = page.request()
                    .get(PATH + "?of=" + URLEncoder.encode(kind, StandardCharsets.UTF_8))
                    .text()
                    .strip()
                    .split(" ");
            return new Cost(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().write(LAST.getOrDefault(request.getParameter("of"), "0 0 0 0"));
    }

    /** Stands before every filter. */
    @WebListener
    public static class Counting implements ServletRequestListener {

        private static final String BEGAN = Counting.class.getName();
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private record Begun(long trips, long waited, long processor, long nanos) {}

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            event.getServletRequest()
                    .setAttribute(
                            BEGAN,
                            new Begun(
                                    CountedSockets.trips(),
                                    CountedSockets.waitedNanos(),
                                    THREADS.getCurrentThreadCpuTime(),
                                    System.nanoTime()));
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            @Nullable Object began = event.getServletRequest().getAttribute(BEGAN);
            if (event.getServletRequest() instanceof HttpServletRequest call && began instanceof Begun begun) {
                Optional<String> ajax = Optional.ofNullable(call.getHeader("Faces-Request"));
                LAST.put(
                        call.getMethod() + " " + call.getRequestURI()
                                + ajax.map(kind -> " " + kind).orElse(""),
                        (CountedSockets.trips() - begun.trips()) + " "
                                + micros(CountedSockets.waitedNanos() - begun.waited()) + " "
                                + micros(THREADS.getCurrentThreadCpuTime() - begun.processor()) + " "
                                + micros(System.nanoTime() - begun.nanos()));
            }
        }

        private static long micros(long nanos) {
            return TimeUnit.NANOSECONDS.toMicros(nanos);
        }
    }
}
