package io.steadfast.vouchers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.vouchers.core.VoucherRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keeps callers from trying codes: whoever names more than a few that don't exist has to wait. Codes that exist cost
 * nothing, so a busy till never waits.
 */
@ApplicationScoped
public class CodeGuesses {

    /** Mistyped codes a minute that nobody minds. */
    private static final long MISSES = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(100_000)
            .build();

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    /** Refuses (429) whoever has tried too many; before the code is looked up, so that waiting can't be skipped. */
    void refuseGuesser() {
        Bucket bucket = bucket();
        if (bucket.getAvailableTokens() < 1) {
            long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
            throw new Refusal(
                    VoucherRefusal.TOO_MANY_CODES_TRIED, Map.of(Refusal.RETRY_AFTER_SECONDS, Math.max(1, seconds)));
        }
    }

    void missed() {
        bucket().tryConsume(1);
    }

    private Bucket bucket() {
        String whose = tenant.tenant().slug() + " " + actor.actor().id();
        return buckets.get(
                whose,
                absent -> Bucket.builder()
                        .addLimit(to -> to.capacity(MISSES).refillGreedy(MISSES, WINDOW))
                        .build());
    }
}
