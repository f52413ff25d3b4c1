package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.TenantSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void a_key_names_its_tenant_and_holds_at_least_160_bits() {
        String key = Secrets.apiKey(new TenantSlug("blue-bean"));
        assertThat(key).matches("sk_blue-bean_[0-9a-f]{48}");
        assertThat(Secrets.tenantOf(key)).contains(new TenantSlug("blue-bean"));
    }

    @Test
    void no_two_secrets_are_alike() {
        assertThat(Secrets.random()).isNotEqualTo(Secrets.random());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk_", "sk__x", "sk_A_x", "pk_acme_x", "sk_acme", "Bearer sk_acme_x", "sk_a/../b_x"})
    void what_isnt_shaped_like_a_key_names_no_tenant(String key) {
        assertThat(Secrets.tenantOf(key)).isEmpty();
    }

    @Test
    void a_key_of_any_length_isnt_read() {
        assertThat(Secrets.tenantOf("sk_acme_" + "x".repeat(10_000))).isEmpty();
    }

    @Test
    void the_hash_is_the_same_each_time_and_hides_the_secret() {
        assertThat(Secrets.hash("one"))
                .isEqualTo(Secrets.hash("one"))
                .hasSize(32)
                .isNotEqualTo(Secrets.hash("two"));
    }
}
