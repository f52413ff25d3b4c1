package io.steadfast.tiers.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TiersResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void a_members_tier_says_what_is_missing_and_until_when_it_lasts() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = api.post(
                        "/members",
                        Map.of(
                                "externalId", "C-1",
                                "joinedAt", "2026-01-02T00:00:00Z",
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode order = api.put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", "2026-03-10T12:00:00Z",
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 71150))))
                .expect(201)
                .json();
        assertThat(order.at("/programs/0/tiers/0/before").asText()).isEqualTo("INSIDER");
        assertThat(order.at("/programs/0/tiers/0/after").asText()).isEqualTo("VIB");
        JsonNode tier =
                api.get("/members/" + member + "/tier").expect(200).json().at("/sets/0");
        assertThat(tier.at("/current/code").asText()).isEqualTo("VIB");
        assertThat(tier.at("/validUntil").asText()).isEqualTo("2028-01-01T08:00:00Z");
        assertThat(tier.at("/progress/next/code").asText()).isEqualTo("ROUGE");
        assertThat(tier.at("/progress/missing").asLong()).isEqualTo(28850);
        assertThat(tier.at("/keep/need").asInt()).isEqualTo(1);
        assertThat(tier.at("/keep/goals/0/metric").asText()).isEqualTo("spend");
        assertThat(tier.at("/keep/goals/0/current").asLong()).isEqualTo(71150);
        assertThat(tier.at("/keep/goals/0/threshold").asLong()).isEqualTo(35000);
        assertThat(tier.at("/keep/goals/0/missing").asLong()).isZero();
        assertThat(tier.at("/history")).hasSize(2);
        assertThat(api.get("/members/" + member + "/tier?program=other")
                        .expect(200)
                        .json()
                        .path("sets"))
                .isEmpty();
    }

    @Test
    void a_tier_set_by_hand_needs_a_reason_that_says_something() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        String member = tenant.api()
                .post("/members", Map.of("externalId", "C-1"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        for (String reason : List.of("", " ", "\t\n")) {
            JsonNode refused = tenant.api()
                    .post(
                            "/members/" + member + "/tier",
                            Map.of(
                                    "program", "club",
                                    "set", "STATUS",
                                    "tier", "VIB",
                                    "until", "2030-01-01T00:00:00Z",
                                    "reason", reason))
                    .expect(400)
                    .json();
            assertThat(refused.at("/errors/0/path").asText()).isEqualTo("reason");
            assertThat(refused.at("/errors/0/code").asText()).isEqualTo("REQUIRED");
        }
    }

    @Test
    void another_tenants_member_is_one_that_never_existed() {
        TestTenant mine = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        TestTenant other = TestPrograms.live();
        String member = other.api()
                .post("/members", Map.of("externalId", "C-1"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(mine.api().get("/members/" + member + "/tier").expect(404).code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
