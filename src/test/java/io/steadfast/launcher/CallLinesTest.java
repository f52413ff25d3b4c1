package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CallLinesTest {

    @Test
    void the_server_writes_its_log_with_them() throws IOException {
        Properties logging = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("config/payara/logging.properties"))) {
            logging.load(file);
        }
        assertThat(logging.getProperty("java.util.logging.ConsoleHandler.formatter"))
                .isEqualTo(CallLines.class.getName());
    }

    @Test
    void a_line_of_a_call_carries_the_calls_id_whoever_writes_it_and_no_other_line_does() throws InterruptedException {
        assertThat(written("request 0d3f-till-7")).contains("[request 0d3f-till-7] The pool of 40 is used up");
        assertThat(written("sweeper")).contains("The pool of 40 is used up").doesNotContain("[");
    }

    private static String written(String thread) throws InterruptedException {
        LogRecord line = new LogRecord(Level.WARNING, "The pool of {0} is used up");
        line.setLoggerName("org.example.pool");
        line.setParameters(new Object[] {40});
        AtomicReference<String> text = new AtomicReference<>();
        Thread call = new Thread(() -> text.set(new CallLines().format(line)), thread);
        call.start();
        call.join();
        return text.get();
    }
}
