package io.steadfast.platform.security;

/** Secrets for others to hand over. */
public final class OneTimeSecrets {

    private OneTimeSecrets() {}

    /** A random password, shown once: 192 bits in hexadecimal. */
    public static String password() {
        return Secrets.random();
    }
}
