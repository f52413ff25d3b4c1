package io.steadfast.webhooks;

import io.steadfast.platform.time.RealClock;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends one delivery once. The address is checked when the connection is made and the connection goes to the checked
 * address, so that a name that changes its mind in between gets nothing; redirects aren't followed.
 */
@ApplicationScoped
public class WebhookSender {

    /** A receiver that needs longer should answer first and work later. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

    private static final int CONNECTIONS = 32;
    private static final int CONNECTIONS_PER_RECEIVER = 8;
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;

    @Inject
    RealClock clock;

    @Inject
    @ConfigProperty(name = "steadfast.webhooks.private", defaultValue = "false")
    boolean privateAllowed;

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

    /** @param claimed with its body */
    Delivery.Attempt send(Claimed claimed) {
        Instant sentAt = clock.now();
        long begun = System.nanoTime();
        Optional<Integer> status = Optional.empty();
        Optional<String> trouble;
        try {
            int answered = client.execute(post(claimed, sentAt), response -> response.getCode());
            status = Optional.of(answered);
            trouble = answered >= OK_FROM && answered <= OK_TO ? Optional.empty() : Optional.of("ANSWERED_" + answered);
        } catch (IOException failed) {
            trouble = Optional.of(named(failed));
        }
        int millis = Math.toIntExact(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return new Delivery.Attempt(claimed.attempts() + 1, sentAt, millis, status, trouble);
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
