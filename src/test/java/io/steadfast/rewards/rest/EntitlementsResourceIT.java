package io.steadfast.rewards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntitlementsResourceIT extends ClientTest {

    @Test
    void base_members_have_community_and_classes_and_rouge_the_hotline_and_events_until_the_tier_ends() {
        RewardTill till = RewardTill.open();
        JsonNode base = till.api
                .get("/members/" + till.member + "/entitlements")
                .expect(200)
                .json()
                .path("items");
        assertThat(base.findValuesAsText("code")).contains("beauty-classes", "community");
        assertThat(base).hasSize(2);
        assertThat(base.at("/0/until").isMissingNode()).isTrue();
        till.order("1", "2026-03-10T12:00:00Z", 100_000);
        JsonNode rouge = till.api
                .get("/members/" + till.member + "/entitlements")
                .expect(200)
                .json()
                .path("items");
        assertThat(rouge).hasSize(4);
        JsonNode hotline = rouge.get(3);
        assertThat(hotline.path("code").asText()).isEqualTo("hotline");
        assertThat(hotline.path("name").asText()).isEqualTo("Private hotline");
        assertThat(hotline.at("/reason/kind").asText()).isEqualTo("tier");
        assertThat(hotline.at("/reason/code").asText()).isEqualTo("ROUGE");
        assertThat(hotline.path("until").asText()).isEqualTo("2028-01-01T08:00:00Z");
        assertThat(TestTenants.make()
                        .api()
                        .get("/members/" + till.member + "/entitlements")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }

    @Test
    void a_plans_rights_name_the_plan_and_last_until_it_goes_off_if_nobody_pays() {
        RewardTill till = RewardTill.open("P3");
        String membership = till.api
                .post("/memberships", Map.of("memberId", till.member, "program", "club", "plan", "PRIME"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        // A trial of 30 days from 15 March and seven days of grace, in New York.
        assertThat(planRights(till))
                .containsExactly(
                        "EARLY_ACCESS plan PRIME 2026-04-21T04:00:00Z",
                        "FREE_SHIPPING plan PRIME 2026-04-21T04:00:00Z",
                        "MEMBER_PRICE plan PRIME 2026-04-21T04:00:00Z");
        till.api
                .post("/memberships/" + membership + "/cancel", Map.of("when", "period_end"))
                .expect(200);
        assertThat(planRights(till)).hasSize(3).allMatch(right -> right.endsWith("2026-04-14T04:00:00Z"));
        till.tenant.moveClock(Instant.parse("2026-04-14T04:00:00Z"));
        assertThat(planRights(till)).isEmpty();
    }

    private static List<String> planRights(RewardTill till) {
        List<String> rights = new ArrayList<>();
        till.api
                .get("/members/" + till.member + "/entitlements")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> rights.add(item.path("code").asText()
                        + " " + item.at("/reason/kind").asText()
                        + " " + item.at("/reason/code").asText()
                        + " " + item.path("until").asText()));
        return rights;
    }

    @Test
    void early_access_that_was_bought_holds_for_its_products_until_its_end() {
        RewardTill till = RewardTill.open(
                "P2",
                "\"kind\":\"amount_voucher\",\"amount\":1000",
                "\"kind\":\"early_access\",\"products\":[\"palette\"]",
                "{\"amount\":12,\"unit\":\"months\"}",
                "{\"amount\":7,\"unit\":\"days\"}");
        till.give(till.member, 500).redeem("voucher-10").expect(201);
        assertThat(codes(till, "palette")).contains("voucher-10");
        assertThat(codes(till, "lipstick")).doesNotContain("voucher-10").contains("community");
        till.tenant.moveClock(RewardTill.NOW.plusSeconds(9 * 86_400));
        assertThat(codes(till, "palette")).doesNotContain("voucher-10");
    }

    @Test
    void early_access_to_a_category_holds_for_what_lies_in_it_and_below_and_for_nothing_beside() {
        RewardTill till = RewardTill.open(
                "P2",
                "\"kind\":\"amount_voucher\",\"amount\":1000",
                "\"kind\":\"early_access\",\"products\":[\"makeup/lips\",\"palette\"]");
        till.give(till.member, 500).redeem("voucher-10").expect(201);
        product(till, "gloss", "makeup/lips");
        product(till, "matte", "makeup/lips/matte");
        product(till, "kohl", "makeup/eyes");
        product(till, "liner", "makeup/lipsticks");
        product(till, "all", "makeup");
        assertThat(codes(till, "gloss")).contains("voucher-10");
        assertThat(codes(till, "matte")).contains("voucher-10");
        assertThat(codes(till, "palette")).contains("voucher-10");
        for (String sku : List.of("kohl", "liner", "all", "never-heard-of")) {
            assertThat(codes(till, sku)).as(sku).doesNotContain("voucher-10");
        }
    }

    private static void product(RewardTill till, String sku, String category) {
        till.api.post("/products", Map.of("sku", sku, "category", category)).expect(201);
    }

    private static List<String> codes(RewardTill till, String sku) {
        JsonNode items = till.api
                .get("/members/" + till.member + "/entitlements?sku=" + sku)
                .expect(200)
                .json()
                .path("items");
        List<String> codes = new ArrayList<>();
        items.forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }
}
