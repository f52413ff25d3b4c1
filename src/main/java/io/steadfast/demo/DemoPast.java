package io.steadfast.demo;

import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the demo's sandboxes and lets them live their past, when the product is in use already: one step at a time on one
 * thread, with a pause after each as long as the step took, so that whoever looks around doesn't wait for it. Goes on where
 * the last start left off, and ends by itself.
 */
@ApplicationScoped
class DemoPast {

    private static final Logger LOG = Logger.getLogger(DemoPast.class.getName());

    /** The first pages come first. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(45);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 5;

    @Inject
    @ConfigProperty(name = "steadfast.demo.history", defaultValue = "true")
    private boolean wanted;

    @Inject
    private DemoSeed seed;

    @Inject
    private DemoHistory history;

    @Inject
    private CurrentActor actor;

    @Inject
    private RealClock clock;

    @Inject
    private Json json;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedExecutorService executor;

    private volatile boolean ended;

    /** @param home where the demo's credentials are, to which the sandboxes' are added */
    void begin(Path home) {
        if (wanted) {
            later(new Step(home, DemoSandbox.all(), 0), FIRST_WAIT);
        }
    }

    void end() {
        ended = true;
    }

    /** What comes next: a day in the first of these sandboxes. */
    private record Step(Path home, List<DemoSandbox> left, int failures) {

        Step next() {
            return new Step(home, left.subList(1, left.size()), 0);
        }

        Step again() {
            return new Step(home, left, failures + 1);
        }
    }

    private void later(Step step, Duration pause) {
        if (ended || step.left().isEmpty()) {
            return;
        }
        try {
            // The scheduler has one thread for the whole server: a day is lived on another.
            scheduler.schedule(() -> handOver(step), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            ended = true;
        }
    }

    private void handOver(Step step) {
        try {
            executor.execute(() -> take(step));
        } catch (RejectedExecutionException busy) {
            later(step, WAIT_AFTER_FAILURE);
        }
    }

    private void take(Step step) {
        if (ended) {
            return;
        }
        Instant begun = clock.now();
        try {
            boolean more = live(step);
            Duration pause = Duration.between(begun, clock.now());
            later(
                    more ? new Step(step.home(), step.left(), 0) : step.next(),
                    pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
        } catch (Exception failure) {
            failed(step, failure);
        }
    }

    private boolean live(Step step) throws Exception {
        DemoSandbox sandbox = step.left().get(0);
        DemoCredentials known = DemoCredentials.readFrom(step.home(), json);
        if (!known.include(sandbox.brand().slug())) {
            DemoCredentials.Tenant made = actor.call(Actor.job("demo"), "local", () -> seed.make(sandbox, clock.now()));
            known.with(made).writeTo(step.home(), json);
        }
        return history.liveADay(sandbox);
    }

    private void failed(Step step, Exception failure) {
        if (ended) {
            return;
        }
        if (step.failures() < MOST_FAILURES) {
            LOG.log(Level.FINE, "A day of the demo's past is tried again", failure);
            later(step.again(), WAIT_AFTER_FAILURE);
        } else {
            LOG.log(Level.WARNING, "The demo's past isn't whole", failure);
            later(step.next(), WAIT_AFTER_FAILURE);
        }
    }
}
