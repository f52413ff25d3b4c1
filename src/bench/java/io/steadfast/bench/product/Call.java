package io.steadfast.bench.product;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A call of the API as it goes over the wire; the path is whole. */
public record Call(String method, String path, Optional<String> idempotencyKey, Optional<String> version, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Call get(String path) {
        return new Call("GET", path, Optional.empty(), Optional.empty(), NOTHING);
    }

    public static Call change(String method, String path, String idempotencyKey, String body) {
        return new Call(
                method, path, Optional.of(idempotencyKey), Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A change of what stands in this version, as its ETag names it. */
    public Call onVersion(String etag) {
        return new Call(method, path, idempotencyKey, Optional.of(etag), body);
    }
}
