package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void without_a_proxy_the_header_is_anybodys_claim() {
        assertThat(from(0, "192.0.2.1")).isEqualTo("10.0.0.9");
    }

    @Test
    void the_last_proxy_wrote_the_last_address() {
        assertThat(from(1, "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(from(1, "203.0.113.5, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(from(1, "203.0.113.5", "2001:db8::1")).isEqualTo("2001:db8::1");
    }

    @Test
    void behind_two_the_one_before_it_counts() {
        assertThat(from(2, "203.0.113.5, 192.0.2.1, 10.0.0.2")).isEqualTo("192.0.2.1");
    }

    @Test
    void who_came_around_the_proxies_or_writes_no_address_is_who_is_connected() {
        assertThat(from(1)).isEqualTo("10.0.0.9");
        assertThat(from(2, "192.0.2.1")).isEqualTo("10.0.0.9");
        assertThat(from(1, "localhost")).isEqualTo("10.0.0.9");
        assertThat(from(1, "192.0.2.1,")).isEqualTo("10.0.0.9");
    }

    private static String from(int proxies, String... forwarded) {
        return new ClientAddress(proxies).client("10.0.0.9", List.of(forwarded));
    }
}
