package io.steadfast.accrual;

import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Invariant I9 at night: judges again what was judged since the night before, and samples of the year before, and holds it
 * against receipts and books.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayWatch {

    private static final Logger LOG = Logger.getLogger(ReplayWatch.class.getName());
    private static final Actor ACTOR = Actor.job("replay_watch");

    /** A bit more than a day, so that nothing falls between two nights. */
    private static final Duration NIGHT = Duration.ofHours(25);

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5_000;
    private static final int SAMPLES = 20;
    private static final Duration SAMPLED = Duration.ofDays(366);

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    @EJB
    private ReplayService replays;

    @EJB
    private ReplayWatch self;

    /** Through the door: the server runs a timer's own method in a transaction, which can work for one tenant only. */
    @Schedule(hour = "4", minute = "11", persistent = false)
    void everyNight() {
        self.replayAll();
    }

    /**
     * Replays every tenant's night and samples; what differs is in the operator's log.
     *
     * @return how many differences each tenant has that has any
     */
    public Map<TenantSlug, Integer> replayAll() {
        Map<TenantSlug, Integer> differing = new TreeMap<>(Comparator.comparing(TenantSlug::value));
        for (TenantSlug tenant : directory.active()) {
            int found = replay(tenant);
            if (found > 0) {
                differing.put(tenant, found);
            }
        }
        return differing;
    }

    /**
     * Replays one tenant's night and samples. One tenant's trouble isn't another's: what can't be replayed is a warning.
     *
     * @return how many differences there are
     */
    public int replay(TenantSlug tenant) {
        try {
            return currentTenant.call(
                    tenant, () -> currentActor.call(ACTOR, "local", () -> differences(tenant, clock.now())));
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "What was judged for " + tenant + " couldn't be judged again", failure);
            return 0;
        }
    }

    private int differences(TenantSlug tenant, Instant now) {
        int found = 0;
        for (Function<UUID, ReplayService.Page> pages : List.<Function<UUID, ReplayService.Page>>of(
                after -> replays.receipts(after, PAGE), after -> replays.orders(after, PAGE))) {
            found += told(tenant, pages, first(now.minus(NIGHT)), MOST_PAGES);
            for (int sample = 0; sample < SAMPLES; sample++) {
                long back = ThreadLocalRandom.current().nextLong(SAMPLED.toSeconds());
                found += told(tenant, pages, first(now.minusSeconds(back)), 1);
            }
        }
        return found;
    }

    private static int told(TenantSlug tenant, Function<UUID, ReplayService.Page> pages, UUID from, int most) {
        int found = 0;
        Optional<UUID> after = Optional.of(from);
        for (int number = 0; number < most && after.isPresent(); number++) {
            ReplayService.Page page = pages.apply(after.get());
            page.differences().forEach(each -> LOG.log(Level.SEVERE, "Books of {0}: {1}", new Object[] {tenant, each}));
            found += page.differences().size();
            after = page.last();
        }
        return found;
    }

    /** Before every id that was made from this instant on: ids begin with their time. */
    private static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
