package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void a_password_is_kept_as_argon2id_and_matches_itself_only() {
        String hash = Passwords.hashed("correct horse battery");
        assertThat(hash).startsWith("$argon2id$").doesNotContain("correct");
        assertThat(Passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(Passwords.matches("correct horse batterz", hash)).isFalse();
    }

    @Test
    void the_same_password_never_looks_the_same() {
        assertThat(Passwords.hashed("correct horse")).isNotEqualTo(Passwords.hashed("correct horse"));
    }

    @Test
    void nobody_has_no_password() {
        assertThat(Passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void short_and_endless_passwords_are_refused_and_letters_are_counted_not_their_bytes() {
        assertThatThrownBy(() -> Passwords.check("123456789")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Passwords.check("x".repeat(201))).isInstanceOf(Refusal.class);
        Passwords.check("会员积分等级礼券兑换过");
    }
}
