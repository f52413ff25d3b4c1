package io.steadfast.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the embedded database again when it dies under the product, as a service manager does for a database of one's own.
 * What was committed is there; the product's connections find their way back by themselves.
 */
final class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final Duration LOOK = Duration.ofMillis(500);

    /** After a start that failed, for instance because the disk is full. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final EmbeddedDatabase database;
    private final ScheduledExecutorService looks;

    private DatabaseWatch(EmbeddedDatabase database, ScheduledExecutorService looks) {
        this.database = database;
        this.looks = looks;
    }

    /** Looks until the process ends. */
    static void over(EmbeddedDatabase database) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "steadfast-database-watch");
            thread.setDaemon(true);
            return thread;
        });
        new DatabaseWatch(database, looks).again(LOOK);
    }

    private void again(Duration wait) {
        looks.schedule(() -> again(look()), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration look() {
        try {
            if (database.restartWhereItDied()) {
                LOG.warning("The embedded PostgreSQL had died and was started again");
            }
            return LOOK;
        } catch (IOException | StartRefused | RuntimeException failure) {
            LOG.log(Level.SEVERE, "The embedded PostgreSQL died and can''t be started: {0}", failure.getMessage());
            return TRY_AGAIN;
        }
    }
}
