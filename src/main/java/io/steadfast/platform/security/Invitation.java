package io.steadfast.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time link with which a person chooses a password.
 *
 * @param token shown this once; the page is {@code /invitation?brand=<slug>&token=<token>}
 */
public record Invitation(UUID person, String token, Instant until) {

    /** Without the token, should it ever reach a log. */
    @Override
    public String toString() {
        return "Invitation[" + person + "]";
    }
}
