package io.steadfast.charities;

import java.net.URI;
import java.net.URISyntaxException;

/** What may be shown as a link to a charity's own pages: nothing but a web address. */
public final class WebAddress {

    private static final int LONGEST = 2_000;

    private WebAddress() {}

    /** Whether it begins with {@code https://} or {@code http://} and names a host. */
    public static boolean isOne(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null && text.length() <= LONGEST;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
