package io.steadfast.platform.idempotency;

/**
 * One request under a key.
 *
 * @param key the caller's, 1 to 255 characters, unique in the tenant
 * @param hash keyed hash of method, address and body
 */
public record KeyedRequest(String key, byte[] hash) {

    public KeyedRequest {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
