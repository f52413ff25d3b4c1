package io.steadfast.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void a_key_is_told_what_remains_and_when_to_come_again() {
        RateLimits limits = new RateLimits(2, 100);
        assertThat(limits.count("brand", "a").header()).isEqualTo("\"key\";r=1;t=30");
        assertThat(limits.count("brand", "a").waitSeconds()).isZero();
        RateLimits.Outcome refused = limits.count("brand", "a");
        assertThat(refused.waitSeconds()).isBetween(1L, 30L);
        assertThat(refused.remaining()).isZero();
    }

    @Test
    void the_keys_of_a_tenant_share_its_limit_and_no_other_tenants() {
        RateLimits limits = new RateLimits(10, 3);
        limits.count("brand", "a");
        limits.count("brand", "b");
        limits.count("brand", "c");
        assertThat(limits.count("brand", "d").name()).isEqualTo("tenant");
        assertThat(limits.count("brand", "d").waitSeconds()).isPositive();
        assertThat(limits.count("other", "d").waitSeconds()).isZero();
    }

    @Test
    void the_policy_names_both_limits() {
        assertThat(new RateLimits(2, 100).policy()).isEqualTo("\"key\";q=2;w=60, \"tenant\";q=100;w=60");
    }
}
