package io.steadfast.stamps.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StampCardsResourceIT extends ClientTest {

    @Test
    void an_order_stamps_and_the_card_says_how_far_it_has_come() {
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        TestTenant tenant = TestPrograms.sandboxWith(now, "P10", Instant.parse("2026-01-01T00:00:00Z"));
        String member = tenant.api()
                .post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode receipt = tenant.api()
                .put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", now.toString(),
                                "currency", "GBP",
                                "status", "paid",
                                "lines",
                                        List.of(Map.of(
                                                "lineId", "1",
                                                "sku", "latte",
                                                "category", "drinks",
                                                "quantity", 1,
                                                "amount", 300))))
                .expect(201)
                .json();
        assertThat(receipt.at("/programs/0/stamps/0/code").asText()).isEqualTo("coffee");
        assertThat(receipt.at("/programs/0/stamps/0/state").asText()).isEqualTo("1/10");
        JsonNode card = tenant.api()
                .get("/members/" + member + "/stamp-cards")
                .expect(200)
                .json()
                .at("/cards/0");
        assertThat(card.path("stamps").asLong()).isEqualTo(1);
        assertThat(card.path("needed").asLong()).isEqualTo(10);
        assertThat(card.path("reward").asText()).isEqualTo("free-drink");
        assertThat(TestPrograms.live()
                        .api()
                        .get("/members/" + member + "/stamp-cards")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
