package io.steadfast.platform.security;

import java.util.UUID;

/** A key just made. The secret is shown this once and never again. */
public record IssuedKey(UUID id, String secret) {

    /** Without the secret, should it ever reach a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + id + "]";
    }
}
