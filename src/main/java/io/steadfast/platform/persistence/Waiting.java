package io.steadfast.platform.persistence;

import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What waits for the transaction's next round trip. What still waits at its end goes out before the commit. */
final class Waiting implements Synchronization {

    /** More statements than this in one text cost more than the round trip they save. */
    private static final int MOST = 200;

    private final Supplier<Connection> connection;
    private List<Asked<?>> waiting = new ArrayList<>();

    Waiting(Supplier<Connection> connection) {
        this.connection = connection;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Asked<?> asked) {
        waiting.add(asked);
        if (waiting.size() >= MOST) {
            flush(connection);
        }
    }

    /** Sends all of it in one round trip; nothing waits afterwards, not even when it fails. */
    void flush(Supplier<Connection> over) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Asked<?>> sent = waiting;
        waiting = new ArrayList<>();
        String text = sent.stream().flatMap(asked -> asked.texts().stream()).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = over.get().prepareStatement(text)) {
            int next = 1;
            for (Asked<?> asked : sent) {
                next = asked.parameters().set(statement, next);
            }
            Results results = Results.of(statement);
            for (Asked<?> asked : sent) {
                asked.read(results);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Statements of one round trip failed", failure);
        }
    }

    @Override
    public void beforeCompletion() {
        flush(connection);
    }

    @Override
    public void afterCompletion(int status) {
        waiting = new ArrayList<>();
    }
}
