package io.steadfast.webhooks;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.outbox.EventsPublished;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.TenantSlug;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings events out: woken by commits on this node within a moment, by the sweep wherever a node died, and by a moved
 * clock at every retry's own date. Safe to run on several nodes and threads at once.
 */
@ApplicationScoped
public class WebhookRelay implements DueWork {

    private static final Logger LOG = Logger.getLogger(WebhookRelay.class.getName());

    /** Gathers what a busy moment writes into one round. */
    private static final Duration GATHER = Duration.ofMillis(100);

    /** When every thread of the server has something to do. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    /** The sweep's own rhythm: what is due later it finds itself. */
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private static final int EVENTS = 500;

    /** Threads that one tenant's round may take of the server's. */
    private static final int CLAIMS = 8;

    private final Set<TenantSlug> woken = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private DeliveryService deliveries;

    @Inject
    private WebhookSender sender;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    @Override
    public String kind() {
        return "webhook_delivery";
    }

    @Override
    public Optional<Instant> nextDue() {
        Instant now = clock.now();
        // What is due already is in the hands of whoever was woken for it.
        return deliveries.nextDue().filter(due -> due.isAfter(now));
    }

    @Override
    public void runDue(Instant upTo) {
        while (deliveries.fanOut(EVENTS) == EVENTS) {
            // the next batch
        }
        List<Claimed> claimed = deliveries.claim(upTo, CLAIMS);
        while (!claimed.isEmpty()) {
            send(claimed);
            claimed = deliveries.claim(upTo, CLAIMS);
        }
    }

    /** Sends on a thread of its own: the sweep goes on to the next tenant. */
    @Override
    public void sweep(Instant upTo) {
        if (deliveries.waiting(upTo)) {
            wake(currentTenant.slug(), Duration.ZERO);
        }
    }

    /** All at once, since each lane has one in it; a slow receiver holds up a round, never a transaction. */
    private void send(List<Claimed> claimed) {
        List<Callable<Optional<Delivery.Attempt>>> tries = claimed.stream()
                .<Callable<Optional<Delivery.Attempt>>>map(one -> () -> sender.send(one))
                .toList();
        try {
            List<Future<Optional<Delivery.Attempt>>> made = executor.invokeAll(tries);
            settle(claimed, made);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops; what was sent and not noted is sent again", stopping);
        }
    }

    /** Notes every attempt that was made, also beside one that couldn't be: what was sent isn't sent again. */
    private void settle(List<Claimed> claimed, List<Future<Optional<Delivery.Attempt>>> made)
            throws InterruptedException {
        Optional<Exception> trouble = Optional.empty();
        for (int i = 0; i < claimed.size(); i++) {
            try {
                note(claimed.get(i), made.get(i).get());
            } catch (ExecutionException | RuntimeException failure) {
                trouble = Optional.of(failure);
            }
        }
        if (trouble.isPresent()) {
            throw new IllegalStateException("A delivery can't be tried or noted", trouble.get());
        }
    }

    /** What was held up until its claim was nearly over waits for the end of the claim. */
    private void note(Claimed claimed, Optional<Delivery.Attempt> attempt) {
        if (attempt.isEmpty() || !deliveries.settle(claimed, attempt.get())) {
            LOG.log(
                    Level.WARNING,
                    "Delivery {0} took too long here; whoever claims it next sends it",
                    claimed.delivery());
        }
    }

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsPublished events) {
        wake(events.tenant(), GATHER);
    }

    private void wake(TenantSlug slug, Duration wait) {
        if (woken.add(slug)) {
            scheduler.schedule(() -> handOver(slug), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The scheduler has one thread for the whole server: nothing waits on it. */
    private void handOver(TenantSlug slug) {
        try {
            executor.execute(() -> bring(slug));
        } catch (RejectedExecutionException busy) {
            scheduler.schedule(() -> handOver(slug), BUSY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void bring(TenantSlug slug) {
        woken.remove(slug);
        try {
            currentTenant.call(
                    slug,
                    () -> currentActor.call(Actor.job(kind()), "local", () -> {
                        runDue(clock.now());
                        if (!currentTenant.tenant().sandbox()) {
                            Instant now = clock.now();
                            deliveries
                                    .nextDue()
                                    .map(due -> Duration.between(now, due))
                                    .filter(wait -> wait.compareTo(SWEEP) < 0)
                                    .ifPresent(wait -> wake(slug, wait.compareTo(GATHER) < 0 ? GATHER : wait));
                        }
                        return slug;
                    }));
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Events of tenant " + slug + " wait; they are tried again", failure);
        }
    }
}
