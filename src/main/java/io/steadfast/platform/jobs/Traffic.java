package io.steadfast.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** How many requests this server has answered since its start: calls and pages, not the files that pages bring along. */
@ApplicationScoped
class Traffic {

    private final LongAdder answered = new LongAdder();

    void answer() {
        answered.increment();
    }

    long answered() {
        return answered.sum();
    }
}
