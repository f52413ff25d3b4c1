package io.steadfast.platform.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for its round trip: everything asked and sent by then goes out together when the first answer is
 * needed. Good within the transaction that asked.
 */
public final class Asked<T> implements Supplier<T> {

    private final List<String> texts;
    private final Parameters parameters;
    private final Reading<T> reading;
    private final Runnable send;
    private @Nullable T answer;
    private boolean answered;

    /** Reads the results of the statements asked, in their order. */
    @FunctionalInterface
    public interface Reading<T> {

        T of(Results results) throws SQLException;
    }

    Asked(List<String> texts, Parameters parameters, Reading<T> reading, Runnable send) {
        this.texts = List.copyOf(texts);
        this.parameters = parameters;
        this.reading = reading;
        this.send = send;
    }

    /** The answer; costs the round trip when none was made since. */
    @Override
    public T get() {
        if (!answered) {
            send.run();
        }
        if (!answered || answer == null) {
            throw new IllegalStateException("The round trip that should have brought this answer failed");
        }
        return answer;
    }

    /** The same answer, further read. */
    public <R> Supplier<R> map(Function<T, R> further) {
        return () -> further.apply(get());
    }

    List<String> texts() {
        return texts;
    }

    Parameters parameters() {
        return parameters;
    }

    void read(Results results) throws SQLException {
        results.begin(texts.size());
        answer = reading.of(results);
        results.end();
        answered = true;
    }
}
