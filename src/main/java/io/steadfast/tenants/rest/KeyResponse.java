package io.steadfast.tenants.rest;

import io.steadfast.platform.security.IssuedKey;
import java.util.UUID;

/** A key just made; the secret is shown this once. */
public record KeyResponse(UUID id, String apiKey) {

    static KeyResponse of(IssuedKey key) {
        return new KeyResponse(key.id(), key.secret());
    }
}
