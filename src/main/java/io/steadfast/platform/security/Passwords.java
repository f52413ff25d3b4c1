package io.steadfast.platform.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.steadfast.platform.refusals.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of people: Argon2id in two passes. How much memory a guess takes is a setting; a hash keeps its own, so that older ones
 * still match after it was changed.
 */
@ApplicationScoped
class Passwords {

    private static final Logger LOG = Logger.getLogger(Passwords.class.getName());

    static final int SHORTEST = 10;

    /** Longer ones would only make the hash's work an attacker's tool. */
    static final int LONGEST = 200;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** KiB, as OWASP's password storage page asks for at least with two passes. */
    private static final int LEAST_MEMORY = 19_456;

    /** KiB for what was drawn at random: nobody guesses 79 bits, however fast. */
    private static final int MEMORY_FOR_DRAWN = 64;

    private static final Argon2Function DRAWN =
            Argon2Function.getInstance(MEMORY_FOR_DRAWN, 1, LANES, HASH_BYTES, Argon2.ID);

    private final Argon2Function argon2;

    /** Hashed where there is nobody, so that an unknown address takes as long as a known one. */
    private String nobody = "";

    /** For the container's proxies, which never hash. */
    Passwords() {
        this(LEAST_MEMORY);
    }

    /** @param memory KiB that one hash takes; the start has seen to it that it is enough */
    @Inject
    Passwords(@ConfigProperty(name = "steadfast.password.memory") int memory) {
        argon2 = Argon2Function.getInstance(memory, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    @PostConstruct
    void prepare() {
        nobody = hashed("nobody has this password");
    }

    static void check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal(SecurityRefusal.PASSWORD_TOO_SHORT, Map.of("least", SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw new Refusal(SecurityRefusal.PASSWORD_TOO_LONG, Map.of("most", LONGEST));
        }
    }

    String hashed(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    }

    /** Of a password that was drawn at random with at least 79 bits, never of one that somebody chose. */
    String hashedDrawn(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(DRAWN).getResult();
    }

    /** Takes the same time whether there is a hash or not, and of which sort. */
    boolean matches(String password, @Nullable String hash) {
        String tried = password.length() > LONGEST ? "" : password;
        Argon2Function own = hash == null ? argon2 : Argon2Function.getInstanceFromHash(hash);
        if (hash == null || own.getMemory() < argon2.getMemory()) {
            work(tried);
        }
        return hash != null && Password.check(tried, hash).with(own);
    }

    /** As long as a password that somebody chose takes. */
    private void work(String tried) {
        if (Password.check(tried, nobody).with(argon2)) {
            LOG.fine("Somebody tried the password of nobody");
        }
    }
}
