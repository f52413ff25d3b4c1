package io.steadfast.members.rest;

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

class MemberRefusalsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static TestTenant tenant() {
        return TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static String member(Api api) {
        return api.post(
                        "/members",
                        Map.of("name", "Ada", "enrol", List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Api.Answer hold(Api api, String member) {
        return api.post("/holds", Map.of("holdId", "basket-1", "memberId", member, "points", 50, "minutes", 10));
    }

    @Test
    void a_refused_hold_leaves_its_proof_once_in_the_language_that_is_asked_for() {
        Api api = tenant().api().withIdempotencyKey("first");
        String member = member(tenantsOwn(api));
        hold(api, member).expect(422);
        hold(api, member).expect(422);
        JsonNode english = refusals(api, member, "en");
        assertThat(english).hasSize(1);
        JsonNode one = english.get(0);
        assertThat(one.path("code").asText()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(one.path("action").asText()).isEqualTo("POST /api/v1/holds");
        assertThat(one.path("sentence").asText()).contains("0 points to spend").contains("50 are needed");
        assertThat(one.path("details").path("asked").asLong()).isEqualTo(50);
        assertThat(one.path("lines")).extracting(JsonNode::asText).contains("asked: 50", "spendable: 0");
        assertThat(refusals(api, member, "zh-CN").get(0).path("sentence").asText())
                .contains("会员可用积分为 0");
    }

    @Test
    void a_refused_redemption_leaves_its_proof_too_and_nobody_elses_are_seen() {
        Api api = tenant().api();
        String member = member(api);
        api.post("/redemptions", Map.of("memberId", member, "reward", "none")).expect(422);
        JsonNode proofs = refusals(api, member, "en");
        assertThat(proofs).hasSize(1);
        assertThat(proofs.get(0).path("code").asText()).isEqualTo("REWARD_NOT_OFFERED");
        tenant().api().get("/members/" + member + "/refusals").expect(404);
    }

    /** The same tenant without the key that the next call is to bear. */
    private static Api tenantsOwn(Api api) {
        return api.withIdempotencyKey("member");
    }

    private static JsonNode refusals(Api api, String member, String locale) {
        return api.get("/members/" + member + "/refusals?locale=" + locale)
                .expect(200)
                .json()
                .path("items");
    }
}
