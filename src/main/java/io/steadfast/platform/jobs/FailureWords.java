package io.steadfast.platform.jobs;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why work failed, for those who run the platform and see no tenant's data: the database's own words quote rows and what was bound
 * to a statement, so that of them only the state is kept. The log on the server has the rest.
 */
final class FailureWords {

    private static final int DEEPEST = 20;

    private FailureWords() {}

    /** In one line, as in {@code database 23505}. */
    static String of(Throwable failure) {
        return database(failure)
                .map(refusal ->
                        "database " + Optional.ofNullable(refusal.getSQLState()).orElse("without a state"))
                .orElseGet(() -> Optional.ofNullable(failure.getMessage())
                        .orElseGet(() -> failure.getClass().getSimpleName()));
    }

    private static Optional<SQLException> database(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
                .limit(DEEPEST)
                .flatMap(Optional::stream)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
