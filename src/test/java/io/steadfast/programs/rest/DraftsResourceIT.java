package io.steadfast.programs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String DRAFT = "/programs/club/draft";

    private TestTenant tenant;
    private Api api;

    @BeforeEach
    void makeProgram() {
        tenant = TestTenants.makeAt(NOW);
        api = tenant.api();
        api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
    }

    private Api.Answer publish(String effectiveFrom) {
        return api.post(DRAFT + "/publish", Map.of("effectiveFrom", effectiveFrom));
    }

    private Api.Answer save(JsonNode document) {
        return api.withHeader("If-Match", api.get(DRAFT).header("ETag")).put(DRAFT, document);
    }

    private ObjectNode document() {
        return (ObjectNode) api.get(DRAFT).expect(200).json();
    }

    @Test
    void a_draft_is_saved_by_who_read_it_last() {
        String tag = api.get(DRAFT).header("ETag");
        ObjectNode document = document();
        ((ObjectNode) document.path("basics").path("name")).put("en", "The Club");
        Api.Answer saved = api.withHeader("If-Match", tag).put(DRAFT, document).expect(200);
        assertThat(saved.json()).isEqualTo(document);
        assertThat(saved.header("ETag")).isNotEqualTo(tag);
        assertThat(document()).isEqualTo(document);
        assertThat(api.withHeader("If-Match", tag)
                        .put(DRAFT, document)
                        .expect(412)
                        .code())
                .isEqualTo("DRAFT_CHANGED");
        assertThat(api.put(DRAFT, document).expect(400).code()).isEqualTo("IF_MATCH_REQUIRED");
    }

    @Test
    void a_field_left_out_or_unknown_is_an_error_not_a_reset() {
        ObjectNode without = document();
        without.remove("wallets");
        assertThat(save(without)
                        .expect(400)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("path")
                        .asText())
                .isEqualTo("wallets");
        ObjectNode with = document();
        with.put("walets", 1);
        assertThat(save(with)
                        .expect(400)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void problems_are_told_and_stop_the_publish() {
        assertThat(api.post(DRAFT + "/check", Map.of()).expect(200).json().path("problems"))
                .isEmpty();
        ObjectNode document = document();
        document.putArray("wallets");
        save(document).expect(200);
        JsonNode findings = api.post(DRAFT + "/check", Map.of()).expect(200).json();
        assertThat(findings.path("problems").findValuesAsText("code")).contains("NO_WALLET");
        JsonNode refused = publish("2026-04-01T00:00:00Z").expect(422).json();
        assertThat(refused.path("code").asText()).isEqualTo("PROGRAM_HAS_PROBLEMS");
        assertThat(refused.path("errors").findValuesAsText("code")).contains("NO_WALLET");
    }

    @Test
    void versions_follow_each_other_and_begin_one_after_the_other() {
        JsonNode first = publish("2026-01-01T00:00:00Z").expect(201).json();
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(publish("2026-01-01T00:00:00Z").expect(422).code()).isEqualTo("EFFECTIVE_FROM_NOT_LATER");
        assertThat(publish("2026-05-01T00:00:00Z")
                        .expect(201)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        JsonNode program = api.get("/programs/club").json();
        assertThat(program.path("inForce").asInt()).isEqualTo(1);
        assertThat(program.path("latest").asInt()).isEqualTo(2);
        api.post(DRAFT + "/publish", Map.of()).expect(400);
    }

    @Test
    void what_the_first_publish_fixed_stays() {
        publish("2026-01-01T00:00:00Z").expect(201);
        ObjectNode document = document();
        ((ObjectNode) document.path("basics")).put("zone", "Asia/Tokyo");
        save(document).expect(200);
        JsonNode refused = publish("2026-05-01T00:00:00Z").expect(422).json();
        assertThat(refused.path("errors").get(0).path("path").asText()).isEqualTo("basics.zone");
        assertThat(refused.path("errors").get(0).path("code").asText()).isEqualTo("FIXED_BY_FIRST_PUBLISH");
    }

    @Test
    void a_text_that_no_page_could_show_is_refused_where_it_stands_and_a_long_clause_is_kept() {
        ObjectNode document = document();
        ((ObjectNode) document.at("/basics/name")).put("en", "W".repeat(1_001));
        ((ObjectNode) document.at("/terms/closing")).put("en", "W".repeat(20_001));
        JsonNode errors = save(document).expect(400).json().path("errors");
        assertThat(errors.findValuesAsText("path")).containsExactlyInAnyOrder("basics.name.en", "terms.closing.en");
        assertThat(errors.findValuesAsText("code")).containsOnly("TOO_LONG");
        ((ObjectNode) document.at("/basics/name")).put("en", "W".repeat(1_000));
        ((ObjectNode) document.at("/terms/closing")).put("en", "W".repeat(20_000));
        save(document).expect(200);
    }

    @Test
    void a_wallet_belongs_to_the_program_that_published_it_first() {
        publish("2026-01-01T00:00:00Z").expect(201);
        ObjectNode document = document();
        ((ObjectNode) document.path("basics")).put("code", "second");
        api.post("/programs", Map.of("code", "second", "document", document)).expect(201);
        JsonNode refused = api.post("/programs/second/draft/publish", Map.of("effectiveFrom", "2026-01-01T00:00:00Z"))
                .expect(422)
                .json();
        assertThat(refused.path("errors").findValuesAsText("code")).contains("WALLET_OF_ANOTHER_PROGRAM");
    }

    @Test
    void a_live_tenant_publishes_nothing_into_its_past() {
        Api live = TestPrograms.live().api();
        live.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        assertThat(live.post(DRAFT + "/publish", Map.of("effectiveFrom", "2020-01-01T00:00:00Z"))
                        .expect(422)
                        .code())
                .isEqualTo("EFFECTIVE_FROM_IN_PAST");
        live.post(DRAFT + "/publish", Map.of("effectiveFrom", Instant.now().toString()))
                .expect(201);
    }

    @Test
    void the_same_publish_sent_again_publishes_once() {
        Api keyed = api.withIdempotencyKey("publish-1");
        Map<String, Object> body = Map.of("effectiveFrom", "2026-01-01T00:00:00Z");
        Api.Answer first = keyed.post(DRAFT + "/publish", body).expect(201);
        Api.Answer again = keyed.post(DRAFT + "/publish", body).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get("/programs/club/versions").json().path("items")).hasSize(1);
    }

    @Test
    void a_draft_that_is_not_there_is_unknown() {
        api.get(DRAFT + "?id=00000000-0000-7000-8000-000000000000").expect(404);
        api.get(DRAFT + "?id=nonsense").expect(400);
        api.get("/programs/none/draft").expect(404);
    }
}
