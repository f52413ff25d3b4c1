package io.steadfast.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A bucket for each key and each tenant, filled evenly over a minute; a full one lets a burst of a minute's calls through. */
@ApplicationScoped
public class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(100_000)
            .build();

    @Inject
    @ConfigProperty(name = "steadfast.limits.key", defaultValue = "60000")
    private long perKey;

    @Inject
    @ConfigProperty(name = "steadfast.limits.tenant", defaultValue = "120000")
    private long perTenant;

    public RateLimits() {}

    RateLimits(long perKey, long perTenant) {
        this.perKey = perKey;
        this.perTenant = perTenant;
    }

    /**
     * What a call came to.
     *
     * @param name the limit that is nearer: {@code key} or {@code tenant}
     * @param remaining calls until it is reached
     * @param resetSeconds until the bucket is full again
     * @param waitSeconds until another call may be made; 0 where this one may
     */
    public record Outcome(String name, long remaining, long resetSeconds, long waitSeconds) {

        /** The header {@code RateLimit}. */
        String header() {
            return "\"" + name + "\";r=" + remaining + ";t=" + resetSeconds;
        }
    }

    /** The header {@code RateLimit-Policy}: calls per minute. */
    String policy() {
        return "\"key\";q=" + perKey + ";w=60, \"tenant\";q=" + perTenant + ";w=60";
    }

    /** Counts one call of a key of a tenant. */
    Outcome count(String tenant, String key) {
        Outcome byKey = taken("key", "k " + tenant + " " + key, perKey);
        if (byKey.waitSeconds() > 0) {
            return byKey;
        }
        Outcome byTenant = taken("tenant", "t " + tenant, perTenant);
        return byTenant.waitSeconds() > 0 || byTenant.remaining() < byKey.remaining() ? byTenant : byKey;
    }

    private Outcome taken(String name, String bucket, long limit) {
        ConsumptionProbe probe = buckets.get(
                        bucket,
                        absent -> Bucket.builder()
                                .addLimit(to -> to.capacity(limit).refillGreedy(limit, WINDOW))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
        return new Outcome(name, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()), wait);
    }

    /** Rounded up: a caller that waits for the number of seconds it was told isn't refused again. */
    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
