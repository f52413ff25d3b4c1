package io.steadfast.launcher;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Lines of the log as {@link SimpleFormatter} writes them; one that is written during a call begins with the call's id, whoever writes it.
 * The call's thread has the name: the log's writer runs in it. Named in {@code config/payara/logging.properties}.
 */
public final class CallLines extends SimpleFormatter {

    /** How the thread of a call is named, before the call's id. */
    static final String CALL = "request ";

    /** Called by the JDK's logging. */
    public CallLines() {}

    @Override
    public String formatMessage(LogRecord line) {
        String thread = Thread.currentThread().getName();
        return thread.startsWith(CALL) ? "[" + thread + "] " + super.formatMessage(line) : super.formatMessage(line);
    }
}
