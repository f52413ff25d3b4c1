package io.steadfast.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** How many requests this server has answered since its start: calls and pages, not the files that pages bring along. */
@ApplicationScoped
class Traffic {

    private static final long SECOND = 1_000_000_000L;

    private final LongAdder answered = new LongAdder();

    private long looked = System.nanoTime();
    private long answeredThen;
    private double rate;

    void answer() {
        answered.increment();
    }

    long answered() {
        return answered.sum();
    }

    /** How many a second lately: since somebody asked last, at least a second ago. */
    synchronized double aSecond() {
        long now = System.nanoTime();
        long since = now - looked;
        if (since >= SECOND) {
            long count = answered();
            rate = (count - answeredThen) * (double) SECOND / since;
            answeredThen = count;
            looked = now;
        }
        return rate;
    }
}
