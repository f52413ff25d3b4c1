package io.steadfast.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Passwords for people of the demo: random per installation, and short enough to type. */
@ApplicationScoped
class DemoPasswords {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS = 4;

    private final SecureRandom random = new SecureRandom();

    /** 79 bits, in groups that can be typed. */
    String next() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * LETTERS; i++) {
            if (i > 0 && i % LETTERS == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
