package io.steadfast.launcher;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * What reaches the log: our own lines, and warnings of everybody else. A filter, not only levels: the server sets the
 * levels of some of its loggers by itself. Named in {@code config/payara/logging.properties}.
 */
public final class QuietLog implements Filter {

    /** Called by the JDK's logging. */
    public QuietLog() {}

    @Override
    public boolean isLoggable(LogRecord line) {
        if (Readiness.refusal().isPresent()) {
            // The one line that says why is on its way; the server's account of it would bury it.
            return false;
        }
        String source = String.valueOf(line.getLoggerName());
        return source.startsWith("io.steadfast.") || line.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
