package io.steadfast.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Wrong tries to sign in from one address, whoever they name: each account's own lock-out says nothing to somebody who tries one
 * password with every account. Counted on each node by itself, at real time; a right try costs nothing.
 */
@ApplicationScoped
class SignInLimit {

    /**
     * A store's tills share one address, and each locks itself after 10 wrong PINs: at six of them somebody may mistype to the last
     * before this limit is met, and so may an office of many on a Monday. Whoever guesses has some 5,800 tries a day from an address.
     */
    static final int MOST_WRONG = 60;

    /** After so long without a wrong one all {@link #MOST_WRONG} may be made again; they come back evenly. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Addresses remembered at a time, some 20 MB; beyond, the one that was quiet longest is forgotten. */
    private static final int MOST_ADDRESSES = 100_000;

    /** One customer of an IPv6 network gets at least so many addresses as these bytes leave open. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();

    /**
     * Counts a try as wrong before it is looked at, for whoever makes many at once; {@link #wasNotWrong} takes that back.
     *
     * @return seconds until the next one may be made; 0 where this one may
     */
    long tried(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        // Rounded up: whoever waits as long as they were told isn't refused again.
        return probe.isConsumed()
                ? 0
                : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    /** The try was right, or nothing was guessed by it. */
    void wasNotWrong(String address) {
        bucket(address).addTokens(1);
    }

    private Bucket bucket(String address) {
        return buckets.get(
                network(address),
                absent -> Bucket.builder()
                        .addLimit(to -> to.capacity(MOST_WRONG).refillGreedy(MOST_WRONG, WINDOW))
                        .build());
    }

    /** An IPv4 address itself; of IPv6 the network, all of whose addresses are one customer's. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon in it it is no name, so nobody is asked for its address.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
