package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.webhooks.core.WebhookRefusal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a b",
                "https://host:99999/x",
                "https://host:0/x",
                "https:///nobody",
                "https:nobody",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "ftp://example.com/",
                "file:///etc/passwd",
                "//example.com/",
                "example.com",
                ""
            })
    void whatCannotBeCalledIsNoAddress(String text) {
        assertThat(WebhookAddress.read(text)).isEmpty();
    }

    @Test
    void anAddressIsReadWithItsPortAndQueryAndWithoutTheBlanksAround() {
        assertThat(WebhookAddress.read("  https://example.com:8443/in?key=1 "))
                .contains(URI.create("https://example.com:8443/in?key=1"));
        assertThat(WebhookAddress.read("https://example.com/" + "a".repeat(WebhookAddress.MOST)))
                .isEmpty();
    }

    @Test
    void onlyHttpsIsEncrypted() {
        assertThat(WebhookAddress.isEncrypted(URI.create("HTTPS://example.com/")))
                .isTrue();
        assertThat(WebhookAddress.isEncrypted(URI.create("http://example.com/")))
                .isFalse();
    }

    @Test
    void only_to_the_operators_own_network_may_events_go_unencrypted() {
        assertThat(WebhookAddress.refusal("http://example.com/in", WebhookAddress.Reach.PUBLIC))
                .contains(WebhookRefusal.HTTPS_REQUIRED);
        assertThat(WebhookAddress.refusal("HTTPS://example.com/in", WebhookAddress.Reach.PUBLIC))
                .isEmpty();
        assertThat(WebhookAddress.refusal("http://example.com/in", WebhookAddress.Reach.ANY))
                .isEmpty();
        assertThat(WebhookAddress.refusal("example.com", WebhookAddress.Reach.ANY))
                .contains(WebhookRefusal.ADDRESS_NOT_VALID);
    }
}
