package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInLimitTest {

    private final SignInLimit limit = new SignInLimit();

    @Test
    void right_tries_cost_nothing() {
        for (int each = 0; each < 5 * SignInLimit.MOST_WRONG; each++) {
            assertThat(limit.tried("192.0.2.1")).isZero();
            limit.wasNotWrong("192.0.2.1");
        }
    }

    @Test
    void after_the_last_wrong_one_an_address_waits_for_the_next_to_come_back() {
        wrong("192.0.2.1");
        long evenly = SignInLimit.WINDOW.toSeconds() / SignInLimit.MOST_WRONG;
        assertThat(limit.tried("192.0.2.1")).isBetween(1L, evenly);
        assertThat(limit.tried("192.0.2.2")).isZero();
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one() {
        wrong("2001:db8:1:2::1");
        assertThat(limit.tried("2001:db8:1:2:ffff::9")).isPositive();
        assertThat(limit.tried("2001:db8:1:3::1")).isZero();
    }

    private void wrong(String address) {
        for (int each = 0; each < SignInLimit.MOST_WRONG; each++) {
            assertThat(limit.tried(address)).isZero();
        }
    }
}
