package io.steadfast.webhooks;

import io.steadfast.platform.time.RealClock;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends one delivery once. The address is checked when the connection is made and the connection goes to the checked
 * address, so that a name that changes its mind in between gets nothing; redirects aren't followed.
 */
@ApplicationScoped
public class WebhookSender {

    /** A receiver that needs longer should answer first and work later. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

    /** The whole call, from the first packet to the last byte read: one that answers drop by drop ends here. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    /** What clocks of nodes may differ by. */
    private static final Duration SPARE = Duration.ofSeconds(10);

    /** Read so that the connection can be used again; of what is longer nothing is wanted. */
    private static final int ANSWER_BYTES = 16 * 1024;

    private static final int CONNECTIONS = 256;
    private static final int CONNECTIONS_PER_RECEIVER = 8;
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    @Inject
    RealClock clock;

    @Inject
    @ConfigProperty(name = "steadfast.webhooks.private", defaultValue = "false")
    boolean privateAllowed;

    /** Cuts what takes too long; nothing waits on it. */
    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ScheduledExecutorService scheduler;

    Duration deadline = DEADLINE;

    private CloseableHttpClient client;

    /** An address that isn't anybody's to call. */
    private static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }

    @PostConstruct
    void open() {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_RECEIVER)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .setUserAgent("Steadfast-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    private DnsResolver guard() {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
                if (!privateAllowed && !Arrays.stream(found).allMatch(PublicAddress::is)) {
                    throw new AddressRefused(host);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /**
     * Never throws: whatever is wrong with one receiver is an attempt that failed, and holds up no other.
     *
     * @param claimed with its body
     * @return empty, and nothing is sent, where the claim may end before the call does: another sender would send it, too
     */
    Optional<Delivery.Attempt> send(Claimed claimed) {
        Instant sentAt = clock.now();
        if (!claimed.lasts(DEADLINE.plus(SPARE), sentAt)) {
            return Optional.empty();
        }
        if (WebhookAddress.read(claimed.url()).isEmpty()) {
            return Optional.of(new Delivery.Attempt(
                    claimed.attempts() + 1, sentAt, 0, Optional.empty(), Optional.of("ADDRESS_NOT_VALID")));
        }
        return Optional.of(call(claimed, sentAt));
    }

    private Delivery.Attempt call(Claimed claimed, Instant sentAt) {
        long begun = System.nanoTime();
        AtomicReference<@Nullable Integer> answered = new AtomicReference<>();
        Optional<String> broken = Optional.empty();
        HttpPost post = post(claimed, sentAt);
        Future<?> cut = scheduler.schedule(post::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            client.execute(post, response -> {
                answered.set(response.getCode());
                return leave(post, response);
            });
        } catch (IOException failed) {
            broken = Optional.of(post.isCancelled() ? "TIMED_OUT" : named(failed));
        } catch (IllegalArgumentException | IllegalStateException unlike) {
            broken = Optional.of("NOT_CONNECTED");
        } finally {
            cut.cancel(false);
        }
        int millis = Math.toIntExact(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        Optional<Integer> status = Optional.ofNullable(answered.get());
        // A status that arrived is the answer, whatever became of the body behind it.
        Optional<String> trouble = status.isPresent()
                ? status.filter(code -> code < OK_FROM || code > OK_TO).map(code -> "ANSWERED_" + code)
                : broken;
        return new Delivery.Attempt(claimed.attempts() + 1, sentAt, millis, status, trouble);
    }

    /** A short body is read for the connection's sake, a long one is hung up on. */
    private static int leave(HttpPost post, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContent().readNBytes(ANSWER_BYTES).length == ANSWER_BYTES) {
            post.cancel();
        }
        return response.getCode();
    }

    private static HttpPost post(Claimed claimed, Instant sentAt) {
        String body = claimed.body().orElseThrow();
        HttpPost post = new HttpPost(claimed.url());
        post.setHeader("webhook-id", claimed.event().toString());
        post.setHeader("webhook-timestamp", String.valueOf(sentAt.getEpochSecond()));
        post.setHeader("webhook-signature", WebhookSignature.of(claimed.event(), sentAt, body, claimed.secrets()));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }

    private static String named(IOException failed) {
        if (failed instanceof AddressRefused) {
            return "ADDRESS_NOT_PUBLIC";
        }
        if (failed instanceof UnknownHostException) {
            return "HOST_UNKNOWN";
        }
        if (failed instanceof SSLException) {
            return "TLS_FAILED";
        }
        return failed instanceof SocketTimeoutException ? "TIMED_OUT" : "NOT_CONNECTED";
    }
}
