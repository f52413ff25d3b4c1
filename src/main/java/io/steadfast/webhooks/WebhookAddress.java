package io.steadfast.webhooks;

import io.steadfast.webhooks.core.WebhookRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where events can be sent: an absolute address of the web with a host, without a user and without a fragment. */
public final class WebhookAddress {

    /** What browsers and proxies still carry. */
    public static final int MOST = 2_000;

    private static final int MOST_PORT = 65_535;
    private static final int NO_PORT = -1;

    /** Where the operator lets events go. */
    public enum Reach {
        /** Over the open network, so encrypted. */
        PUBLIC,
        /** To the operator's own network, too, where nobody listens. */
        ANY
    }

    private WebhookAddress() {}

    /** Why events can't be sent to what the text says; empty where they can. */
    public static Optional<WebhookRefusal> refusal(String text, Reach reach) {
        Optional<URI> address = read(text);
        if (address.isEmpty()) {
            return Optional.of(WebhookRefusal.ADDRESS_NOT_VALID);
        }
        return reach == Reach.ANY || isEncrypted(address.get())
                ? Optional.empty()
                : Optional.of(WebhookRefusal.HTTPS_REQUIRED);
    }

    /** The text as an address that can be called; empty where it is none. */
    public static Optional<URI> read(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text.strip())).filter(WebhookAddress::canBeCalled);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether what is sent there is encrypted on its way. */
    public static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean canBeCalled(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return Set.of("http", "https").contains(scheme)
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getFragment() == null
                && (port == NO_PORT || port > 0 && port <= MOST_PORT);
    }
}
