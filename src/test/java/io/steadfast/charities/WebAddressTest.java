package io.steadfast.charities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {

    @Test
    void web_addresses_are_taken() {
        assertThat(WebAddress.isOne("https://books.example/about?x=1")).isTrue();
        assertThat(WebAddress.isOne("http://books.example")).isTrue();
    }

    @Test
    void scripts_files_and_what_has_no_host_are_not() {
        assertThat(WebAddress.isOne("javascript:alert(1)")).isFalse();
        assertThat(WebAddress.isOne("file:///etc/hosts")).isFalse();
        assertThat(WebAddress.isOne("https:///nowhere")).isFalse();
        assertThat(WebAddress.isOne("books.example")).isFalse();
        assertThat(WebAddress.isOne("https://a b")).isFalse();
        assertThat(WebAddress.isOne("https://books.example/" + "x".repeat(2_000)))
                .isFalse();
    }
}
