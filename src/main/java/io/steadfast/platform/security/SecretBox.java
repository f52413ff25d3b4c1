package io.steadfast.platform.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what has to be read again and must not stand in the database as it is: AES-256 in Galois/Counter mode under the operator's
 * key (NIST SP 800-38D), each time with 96 random bits. A dump of the database without the key tells nothing.
 */
@ApplicationScoped
public class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = SecretKeys.SETTING)
    Optional<String> setting = Optional.empty();

    private SecretKeys keys = SecretKeys.NONE;

    /**
     * A secret as it is kept.
     *
     * @param keyId of the key it is sealed with
     */
    public record Sealed(String keyId, byte[] bytes) {

        public Sealed {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    @PostConstruct
    void read() {
        keys = setting.map(SecretKeys::read).orElse(SecretKeys.NONE);
    }

    /**
     * Seals with the present key.
     *
     * @param of whose secret it is, by an id: moved to another row it can't be opened any more
     * @throws IllegalStateException when no key is set
     */
    public Sealed seal(byte[] secret, String of) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        String id = keys.present();
        byte[] sealed = work(Cipher.ENCRYPT_MODE, keys.key(id), nonce, secret, of);
        return new Sealed(
                id,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Opens what was sealed for the same owner.
     *
     * @throws IllegalStateException when its key isn't among those set, or somebody has changed it
     */
    public byte[] open(Sealed sealed, String of) {
        byte[] bytes = sealed.bytes();
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return work(Cipher.DECRYPT_MODE, keys.key(sealed.keyId()), nonce, rest, of);
    }

    /** The id of the key that seals. */
    public String present() {
        return keys.present();
    }

    /** Whether what is sealed with the key of this id can be opened. */
    public boolean knows(String keyId) {
        return keys.knows(keyId);
    }

    /** The ids of the keys that are set. */
    public Set<String> known() {
        return keys.ids();
    }

    private static byte[] work(int mode, byte[] key, byte[] nonce, byte[] bytes, String of) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("The secret of " + of + " can't be sealed or opened", changed);
        }
    }
}
