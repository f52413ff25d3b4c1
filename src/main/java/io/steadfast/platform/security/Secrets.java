package io.steadfast.platform.security;

import io.steadfast.shared.TenantSlug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Secrets made here: keys and invitations. They are random and long, so one plain SHA-256 hides them well: unlike a password there
 * is nothing to guess.
 */
final class Secrets {

    /** 192 bits; the contract asks for 160. */
    private static final int BYTES = 24;

    private static final int LONGEST = 200;
    private static final int SHOWN = 4;
    private static final String API_PREFIX = "sk_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String apiKey(TenantSlug slug) {
        return API_PREFIX + slug + "_" + random();
    }

    static String platformKey() {
        return "stp_" + random();
    }

    /** Hexadecimal, safe in addresses. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The tenant an API key names; a slug has no underscore. Empty for anything that isn't shaped like a key. */
    static Optional<TenantSlug> tenantOf(String key) {
        int end = key.indexOf('_', API_PREFIX.length());
        if (!key.startsWith(API_PREFIX) || end < 0 || key.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TenantSlug(key.substring(API_PREFIX.length(), end)));
        } catch (IllegalArgumentException notASlug) {
            return Optional.empty();
        }
    }

    /** The last letters, by which people tell their keys apart. */
    static String end(String secret) {
        return secret.substring(secret.length() - SHOWN);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
