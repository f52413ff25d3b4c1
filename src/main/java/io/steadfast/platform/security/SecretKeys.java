package io.steadfast.platform.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's keys for secrets at rest: the first one seals, the others still open what was sealed before. Each is known by the
 * beginning of its own hash, so that two keys never go by one name.
 */
final class SecretKeys {

    static final String SETTING = "steadfast.secrets.key";
    static final SecretKeys NONE = new SecretKeys(Map.of());

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    private final Map<String, byte[]> byId;

    private SecretKeys(Map<String, byte[]> byId) {
        this.byId = byId;
    }

    /**
     * @param setting 32 bytes in Base64, or several of them separated by commas
     * @throws IllegalStateException when it isn't that; says nothing of what it is
     */
    static SecretKeys read(String setting) {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        for (String each : setting.split(",", -1)) {
            byte[] key = bytes(each.strip());
            byId.put(id(key), key);
        }
        return new SecretKeys(byId);
    }

    private static byte[] bytes(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != BYTES) {
            throw new IllegalStateException("STEADFAST_SECRETS_KEY is to be 32 random bytes in Base64");
        }
        return key;
    }

    private static String id(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The id of the key that seals. */
    String present() {
        return byId.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("STEADFAST_SECRETS_KEY is not set"));
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    byte[] key(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new IllegalStateException(
                        "A secret is sealed with key " + id + ", which isn't in STEADFAST_SECRETS_KEY"))
                .clone();
    }
}
