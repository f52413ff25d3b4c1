package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.tenancy.store.Hammer;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HammerIT extends ContainerTest {

    private static final int THREADS = 8;
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("steadfast.test.hammer.seconds", 30));

    @Inject
    private TenantSchemas schemas;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private Hammer hammer;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicLong blows = new AtomicLong();
    private final AtomicLong lostRaces = new AtomicLong();

    @Test
    void eight_threads_on_four_tenants_with_equal_keys_never_meet_a_foreign_row() throws Exception {
        List<TenantSlug> slugs = new ArrayList<>();
        for (String name : List.of("hammer-a", "hammer-b", "hammer-c", "hammer-d")) {
            TenantSlug slug = new TenantSlug(name);
            assertThat(schemas.provision(ProvisioningIT.wanted(slug), Instant.now()))
                    .isTrue();
            currentTenant.run(slug, () -> hammer.fill(slug.value()));
            slugs.add(slug);
        }
        Instant end = Instant.now().plus(LENGTH);
        List<Future<List<String>>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long seed = i;
            threads.add(executor.submit(() -> strikeUntil(end, slugs, new Random(seed))));
        }
        for (Future<List<String>> thread : threads) {
            assertThat(thread.get()).isEmpty();
        }
        assertThat(blows.get()).isGreaterThan(LENGTH.toSeconds() * THREADS);
        // Two threads on one basket: one of them must lose, and few do.
        assertThat(lostRaces.get()).isLessThan(blows.get() / 2);
    }

    private List<String> strikeUntil(Instant end, List<TenantSlug> slugs, Random dice) throws Exception {
        List<String> foreign = new ArrayList<>();
        while (Instant.now().isBefore(end) && foreign.isEmpty()) {
            TenantSlug slug = slugs.get(dice.nextInt(slugs.size()));
            TreeSet<String> met = strike(slug, dice);
            met.remove(slug.value());
            met.forEach(owner -> foreign.add(slug + " met " + owner));
            blows.incrementAndGet();
        }
        return foreign;
    }

    private TreeSet<String> strike(TenantSlug slug, Random dice) throws Exception {
        try {
            return currentTenant.call(slug, () -> hammer.strike(dice, slug.value()));
        } catch (Exception failure) {
            if (!isLostRace(failure)) {
                throw failure;
            }
            lostRaces.incrementAndGet();
            return new TreeSet<>();
        }
    }

    /** Two on one row: an optimistic lock, or a deadlock of two bulk updates. */
    private static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = cause.getClass().getSimpleName() + cause.getMessage();
            if (text.contains("OptimisticLock") || text.contains("deadlock")) {
                return true;
            }
        }
        return false;
    }
}
