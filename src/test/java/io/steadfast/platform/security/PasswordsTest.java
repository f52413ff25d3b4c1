package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = passwords(19_456);

    @Test
    void a_password_is_kept_as_argon2id_and_matches_itself_only() {
        String hash = passwords.hashed("correct horse battery");
        assertThat(hash).startsWith("$argon2id$").doesNotContain("correct");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterz", hash)).isFalse();
    }

    @Test
    void the_same_password_never_looks_the_same() {
        assertThat(passwords.hashed("correct horse")).isNotEqualTo(passwords.hashed("correct horse"));
    }

    @Test
    void a_hash_matches_after_the_memory_it_takes_was_changed() {
        String hash = passwords.hashed("correct horse");
        Passwords dearer = passwords(20_000);
        assertThat(dearer.hashed("correct horse")).contains("m=20000,");
        assertThat(dearer.matches("correct horse", hash)).isTrue();
        assertThat(dearer.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void a_drawn_password_has_a_hash_of_its_own_sort() {
        String drawn = OneTimeSecrets.password();
        String hash = passwords.hashedDrawn(drawn);
        assertThat(hash).startsWith("$argon2id$").contains("m=64,t=1,");
        assertThat(passwords.matches(drawn, hash)).isTrue();
        assertThat(passwords.matches(drawn + "x", hash)).isFalse();
    }

    @Test
    void nobody_has_no_password() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void short_and_endless_passwords_are_refused_and_letters_are_counted_not_their_bytes() {
        assertThatThrownBy(() -> Passwords.check("123456789")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Passwords.check("x".repeat(201))).isInstanceOf(Refusal.class);
        Passwords.check("会员积分等级礼券兑换过");
    }

    private static Passwords passwords(int memory) {
        Passwords passwords = new Passwords(memory);
        passwords.prepare();
        return passwords;
    }
}
