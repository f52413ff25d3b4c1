package io.steadfast.bench.product;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A call of the API as it goes over the wire; the path is whole. */
public record Call(
        String method,
        String path,
        Optional<String> idempotencyKey,
        Optional<String> version,
        Optional<String> actor,
        byte[] body) {

    private static final byte[] NOTHING = {};

    public static Call get(String path) {
        return new Call("GET", path, Optional.empty(), Optional.empty(), Optional.empty(), NOTHING);
    }

    public static Call change(String method, String path, String idempotencyKey, String body) {
        return new Call(
                method,
                path,
                Optional.of(idempotencyKey),
                Optional.empty(),
                Optional.empty(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** With another key than the connection's. */
    public Call as(String key) {
        return new Call(method, path, idempotencyKey, version, Optional.of(key), body);
    }

    /** A change of what stands in this version, as its ETag names it. */
    public Call onVersion(String etag) {
        return new Call(method, path, idempotencyKey, Optional.of(etag), actor, body);
    }
}
