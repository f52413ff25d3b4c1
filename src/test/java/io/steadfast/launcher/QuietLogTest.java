package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietLogTest {

    private final QuietLog log = new QuietLog();

    @AfterEach
    void forgetTheRefusal() {
        System.clearProperty(Readiness.REFUSED);
    }

    @Test
    void ourOwnLinesPassAndOfOthersOnlyWarnings() {
        assertThat(log.isLoggable(line("io.steadfast.tenants.Provisioning", Level.INFO)))
                .isTrue();
        assertThat(log.isLoggable(line("jakarta.enterprise.web", Level.INFO))).isFalse();
        assertThat(log.isLoggable(line("jakarta.enterprise.web", Level.WARNING)))
                .isTrue();
        assertThat(log.isLoggable(line(null, Level.SEVERE))).isTrue();
    }

    @Test
    void nothingBuriesTheLineOfARefusedStart() {
        System.setProperty(Readiness.REFUSED, "The database is newer");
        assertThat(log.isLoggable(line("jakarta.enterprise.web", Level.SEVERE))).isFalse();
    }

    private static LogRecord line(String source, Level level) {
        LogRecord line = new LogRecord(level, "text");
        line.setLoggerName(source);
        return line;
    }
}
