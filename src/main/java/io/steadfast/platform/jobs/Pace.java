package io.steadfast.platform.jobs;

import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How fast work in the background goes. With nobody about it takes what the machine has; while people and systems ask, it rests after
 * each chunk, so that they don't queue behind it: a till has somebody waiting, a job has the night.
 */
@ApplicationScoped
public class Pace {

    /** Up to so many requests a second nobody notices the job: the pages that watch one ask once a second. */
    private static final double QUIET = 10;

    /** From so many on it rests longest. */
    private static final double BUSY = 50;

    /** Then it works a third of the time: less, and the books of a large tenant would wait for the night itself. */
    private static final double MOST = 2;

    /** Nobody stops the job for longer than this, however long a chunk took. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A shorter stretch tells nothing of how busy it is: a single request in it would look like a crowd. */
    private static final Duration STRETCH = Duration.ofMillis(250);

    @Inject
    private Traffic traffic;

    @Inject
    private TenantLease lease;

    @Inject
    private CurrentTenant currentTenant;

    /**
     * Takes chunk after chunk, each a transaction of its own, until one says that there is no more, and rests between them as the
     * traffic asks. Keeps the right to work for the tenant in hand meanwhile.
     *
     * @throws IllegalStateException where another server has taken over, which goes on from the last whole chunk
     */
    public void chunks(BooleanSupplier chunk) {
        Lap lap = lap();
        while (chunk.getAsBoolean()) {
            lease.keep(currentTenant.slug());
            lap.rest();
        }
    }

    /**
     * How much to take into one chunk: what is best for the work while nobody asks; so much that those who wait for what the chunk
     * has in hand hardly notice while many do.
     */
    public int size(int alone, int amongMany) {
        return traffic.aSecond() > QUIET ? Math.min(alone, amongMany) : alone;
    }

    /** A stretch of work that begins now. */
    public Lap lap() {
        return new Lap();
    }

    /** How long to rest after this much work, during which so many requests were answered. */
    static Duration rest(Duration worked, long requests) {
        double aSecond = requests * 1e9 / Math.max(1, worked.toNanos());
        double crowd = Math.min(1, Math.max(0, (aSecond - QUIET) / (BUSY - QUIET)));
        Duration rest = Duration.ofNanos(Math.round(worked.toNanos() * MOST * crowd));
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }

    /** Work since the last rest. */
    public final class Lap {

        private long began;
        private long answered;

        private Lap() {
            begin();
        }

        private void begin() {
            began = System.nanoTime();
            answered = traffic.answered();
        }

        /** Rests as the traffic asks, with no transaction open, and begins anew. */
        public void rest() {
            Duration worked = Duration.ofNanos(System.nanoTime() - began);
            if (worked.compareTo(STRETCH) < 0) {
                return;
            }
            try {
                Thread.sleep(Pace.rest(worked, traffic.answered() - answered).toMillis());
            } catch (InterruptedException stopping) {
                // The next statement of the database tells the work to stop.
                Thread.currentThread().interrupt();
            }
            begin();
        }
    }
}
