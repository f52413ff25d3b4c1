package io.steadfast.launcher;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What has been started, newest first: the application server stops before the database it works on. */
final class RunningParts {

    private static final Logger LOG = Logger.getLogger(RunningParts.class.getName());

    private final Deque<Part> parts = new ArrayDeque<>();
    private volatile boolean stopped;

    @FunctionalInterface
    private interface Part {
        void stop() throws IOException;
    }

    void add(EmbeddedDatabase database) throws IOException {
        add(database::stop);
    }

    void add(ApplicationServer server) throws IOException {
        add(server::stop);
    }

    /** A part that comes up after the stop has begun is stopped at once. */
    private synchronized void add(Part part) throws IOException {
        if (stopped) {
            part.stop();
        } else {
            parts.push(part);
        }
    }

    boolean isStopping() {
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
        while (!parts.isEmpty()) {
            try {
                parts.pop().stop();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A part doesn't stop", e);
            }
        }
    }
}
