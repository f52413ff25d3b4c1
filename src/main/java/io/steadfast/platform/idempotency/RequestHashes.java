package io.steadfast.platform.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of requests: a kept hash can't be tried against guessed phones and e-mails without the tenant's key. */
@ApplicationScoped
class RequestHashes {

    private static final String MAC = "HmacSHA256";

    /** By schema; read once, since a tenant's key never changes. */
    private final Cache<String, String> keys =
            Caffeine.newBuilder().maximumSize(2_000).build();

    @Inject
    private CurrentTenant tenant;

    @Inject
    private IdempotencyService service;

    /** The hash of the parts in their order; each goes in with its length, so they can't run into each other. */
    byte[] of(byte[]... parts) {
        String key = keys.get(tenant.tenant().schema(), schema -> service.hashKey());
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), MAC));
            for (byte[] part : parts) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
