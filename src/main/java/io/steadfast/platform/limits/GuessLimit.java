package io.steadfast.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Slows down whoever names things that don't exist, as somebody does who tries secrets. What exists costs nothing, so
 * honest callers never wait. Counted on each node by itself.
 */
@ApplicationScoped
public class GuessLimit {

    /** Mistakes a minute that nobody minds. */
    private static final long MISSES = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(100_000)
            .build();

    /** For how long a caller may try nothing, in seconds; 0 when they may. */
    public long waitSeconds(String caller) {
        Bucket bucket = bucket(caller);
        if (bucket.getAvailableTokens() > 0) {
            return 0;
        }
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    /** Takes note that a caller named something that doesn't exist. */
    public void missed(String caller) {
        bucket(caller).tryConsume(1);
    }

    private Bucket bucket(String caller) {
        return buckets.get(
                caller,
                absent -> Bucket.builder()
                        .addLimit(to -> to.capacity(MISSES).refillGreedy(MISSES, WINDOW))
                        .build());
    }
}
