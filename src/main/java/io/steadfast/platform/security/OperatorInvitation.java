package io.steadfast.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time link with which an operator chooses a password.
 *
 * @param token shown this once
 */
public record OperatorInvitation(UUID operator, String token, Instant until) {

    /** The page, below the product's address. */
    public String path() {
        return "/platform/invitation?token=" + token;
    }

    /** Without the token, should it ever reach a log. */
    @Override
    public String toString() {
        return "OperatorInvitation[" + operator + "]";
    }
}
