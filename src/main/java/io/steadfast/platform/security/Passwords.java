package io.steadfast.platform.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.steadfast.platform.refusals.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passwords of people: Argon2id with 19 MiB and two passes, as OWASP's password storage page asks for at least. */
final class Passwords {

    static final int SHORTEST = 10;

    /** Longer ones would only make the hash's work an attacker's tool. */
    static final int LONGEST = 200;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** Hashed where there is nobody, so that an unknown address takes as long as a known one. */
    private static final String NOBODY = hashed("nobody has this password");

    private Passwords() {}

    static void check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal(SecurityRefusal.PASSWORD_TOO_SHORT, Map.of("least", SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw new Refusal(SecurityRefusal.PASSWORD_TOO_LONG, Map.of("most", LONGEST));
        }
    }

    static String hashed(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    /** Takes the same time whether there is a hash or not. */
    static boolean matches(String password, @Nullable String hash) {
        String tried = password.length() > LONGEST ? "" : password;
        boolean same = Password.check(tried, hash == null ? NOBODY : hash).with(ARGON2);
        return same && hash != null;
    }
}
