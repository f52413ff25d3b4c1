package io.steadfast.bench.product;

import java.nio.charset.StandardCharsets;

/**
 * An answer of the product, whole.
 *
 * @param version its ETag, empty without one
 */
public record Reply(int status, boolean replayed, String version, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The reply, when it is a good one; a harness has no use for another while it sets up. */
    public Reply expected() {
        if (!isGood()) {
            throw new IllegalStateException(status + " " + text());
        }
        return this;
    }
}
