package io.steadfast.platform.security;

/** Secrets for others to hand over. */
public final class OneTimeSecrets {

    private OneTimeSecrets() {}

    /** A random password, shown once: 192 bits in hexadecimal. */
    public static String password() {
        return Secrets.random();
    }

    /** A random secret for a machine to keep, of 192 bits. */
    public static String token() {
        return Secrets.random();
    }

    /** What is kept of such a secret. */
    public static byte[] hash(String token) {
        return Secrets.hash(token);
    }
}
