package io.steadfast.members.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.members.core.CardNumber;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersResourceIT extends ClientTest {

    private Api api;

    @BeforeEach
    void makeTenant() {
        api = TestPrograms.live().api();
    }

    @Test
    void of_many_who_block_a_member_at_once_none_fails() throws Exception {
        String id = api.post("/members", Map.of("name", "Ada Lovelace"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                String act = number % 2 == 0 ? "block" : "unblock";
                calls.add(() -> api.post("/members/" + id + "/" + act, Map.of("reason", "FRAUD"))
                        .status());
            }
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 409);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_member_is_made_read_and_found_by_every_identity() {
        JsonNode made = api.post(
                        "/members",
                        Map.of(
                                "phone", "07700 900123",
                                "email", "Ada@Example.com",
                                "externalId", "C-1",
                                "name", "Ada Lovelace",
                                "birthday", "1990-02-28",
                                "attributes", Map.of("shoe", 38, "likes", List.of("tea", "chess"))))
                .expect(201)
                .json();
        String id = made.path("id").asText();
        assertThat(made.path("phone").asText()).isEqualTo("+447700900123");
        assertThat(made.path("email").asText()).isEqualTo("ada@example.com");
        assertThat(CardNumber.hasRightCheckDigit(made.path("cardNumber").asText()))
                .isTrue();
        assertThat(made.path("attributes").toString()).isEqualTo("{\"likes\":[\"tea\",\"chess\"],\"shoe\":\"38\"}");
        assertThat(api.get("/members/" + id).expect(200).json()).isEqualTo(made);
        for (String by : List.of(
                "phone=%2B447700900123",
                "phone=07700900123",
                "email=ADA@example.com",
                "externalId=C-1",
                "card=" + made.path("cardNumber").asText(),
                "q=lovel",
                "q=ADA%20love",
                "q=0123",
                "q=ada@ex",
                "q=c-1")) {
            JsonNode found = api.get("/members?" + by).expect(200).json();
            assertThat(found.path("items")).as(by).hasSize(1);
            assertThat(found.path("items").get(0).path("id").asText()).isEqualTo(id);
            assertThat(found.path("more").asBoolean()).isFalse();
        }
        assertThat(api.get("/members?q=ada%20byron").json().path("items")).isEmpty();
    }

    @Test
    void an_identity_belongs_to_one_member_at_a_time() {
        String first = id(Map.of("phone", "+447700900001"));
        Api.Answer refused =
                api.post("/members", Map.of("phone", "07700900001")).expect(409);
        assertThat(refused.code()).isEqualTo("IDENTITY_TAKEN");
        assertThat(refused.json().path("errors").get(0).path("path").asText()).isEqualTo("phone");
        api.patch("/members/" + first, Map.of("phone", "+447700900002")).expect(200);
        id(Map.of("phone", "+447700900001"));
    }

    @Test
    void a_change_touches_only_what_is_sent_and_null_takes_away() {
        String id = id(Map.of("phone", "+447700900003", "name", "Ada", "email", "a@x.example"));
        JsonNode changed = api.patch("/members/" + id, "{\"email\": null, \"homeStore\": \"S1\"}")
                .expect(200)
                .json();
        assertThat(changed.has("email")).isFalse();
        assertThat(changed.path("name").asText()).isEqualTo("Ada");
        assertThat(changed.path("homeStore").asText()).isEqualTo("S1");
        assertThat(api.get("/members?email=a@x.example").json().path("items")).isEmpty();
    }

    @Test
    void a_change_of_what_was_changed_meanwhile_is_stale() {
        String id = id(Map.of("name", "Ada"));
        String tag = api.get("/members/" + id).header("ETag");
        api.withHeader("If-Match", tag)
                .patch("/members/" + id, Map.of("name", "B"))
                .expect(200);
        assertThat(api.withHeader("If-Match", tag)
                        .patch("/members/" + id, Map.of("name", "C"))
                        .expect(412)
                        .code())
                .isEqualTo("STALE_VERSION");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        JsonNode problem = api.post(
                        "/members", "{\"phone\": \"x\", \"email\": \"x\", \"joinedAt\": \"2999-01-01T00:00:00Z\"}")
                .expect(400)
                .json();
        assertThat(problem.path("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("phone", "email", "joinedAt");
        JsonNode consents = api.post("/members", Map.of("consents", List.of(Map.of("purpose", "news"))))
                .expect(400)
                .json();
        assertThat(consents.path("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder(
                        "consents[0].channel",
                        "consents[0].source",
                        "consents[0].textVersion",
                        "consents[0].granted",
                        "consents[0].at");
    }

    @Test
    void hostile_bodies_are_refused_by_name_and_never_fail() {
        for (String body : List.of(
                "",
                "[]",
                "null",
                "{\"name\": 5}",
                "{\"nam\": \"x\"}",
                "{\"name\": \"x\", \"name\": \"y\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"externalId\": \"" + "x".repeat(129) + "\"}",
                "{\"attributes\": {\"a b\": 1}}",
                "{\"attributes\": {\"a\": {}}}",
                "{\"birthday\": \"2026-02-30\"}",
                "{\"name\": \"" + "x".repeat(1 << 20) + "\"}")) {
            Api.Answer refused = api.post("/members", body).expect(400);
            assertThat(refused.code()).isNotEmpty();
            assertThat(refused.json().path("requestId").asText()).isEqualTo(refused.header("X-Request-Id"));
        }
        String text = "<script>alert(1)</script> ' OR 1=1 -- ${7*7} #{7*7} ../../etc/passwd 会员\u202e";
        String id = id(Map.of("name", text));
        assertThat(api.get("/members/" + id).json().path("name").asText()).isEqualTo(text);
    }

    @Test
    void another_tenants_member_is_as_unknown_as_one_that_never_was() {
        String id = id(Map.of("name", "Ada"));
        Api other = TestPrograms.live().api().withHeader("X-Request-Id", "same");
        String never = UUID.randomUUID().toString();
        for (String path : List.of("/members/%s", "/members/%s/block", "/members/%s/merge", "/members/%s/programs/P")) {
            Api.Answer foreign = call(other, path, id);
            Api.Answer unknown = call(other, path, never);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(unknown.body());
        }
        assertThat(other.get("/members/nonsense").expect(404).code()).isNotEmpty();
    }

    private static Api.Answer call(Api api, String path, String id) {
        String at = String.format(path, id);
        if (path.endsWith("/block")) {
            return api.post(at, Map.of("reason", "fraud"));
        }
        if (path.endsWith("/merge")) {
            return api.withIdempotencyKey(path).post(at, Map.of("from", UUID.randomUUID()));
        }
        return path.endsWith("/P") ? api.put(at, Map.of("channel", "app")) : api.get(at);
    }

    @Test
    void a_block_is_set_and_lifted() {
        String id = id(Map.of("name", "Ada"));
        assertThat(api.post("/members/" + id + "/block", Map.of("reason", "fraud"))
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("blocked");
        assertThat(api.post("/members/" + id + "/unblock", Map.of("reason", "cleared"))
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void a_search_asks_for_one_thing_and_enough_of_it() {
        api.get("/members").expect(400);
        api.get("/members?q=a").expect(400);
        api.get("/members?q=ada&phone=1").expect(400);
        api.get("/members?name=ada").expect(400);
        api.get("/members?q=%00%00%00").expect(400);
        assertThat(api.get("/members?phone=nonsense").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void a_search_shows_twenty_and_says_that_there_are_more() {
        for (int i = 0; i < 21; i++) {
            id(Map.of("name", "Zoe Number" + i));
        }
        JsonNode found = api.get("/members?q=zoe").json();
        assertThat(found.path("items")).hasSize(20);
        assertThat(found.path("more").asBoolean()).isTrue();
    }

    @Test
    void twenty_equal_calls_at_once_make_one_member() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("phone", "+447700900777", "name", "Ada");
        Api keyed = api.withIdempotencyKey(key);
        List<Callable<Api.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> keyed.post("/members", body));
        }
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Api.Answer> answers = new ArrayList<>();
        try {
            for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
    }

    @Test
    void a_repeat_gets_the_first_answer_to_the_byte_a_refusal_too() {
        Api keyed = api.withIdempotencyKey("key-1").withHeader("X-Request-Id", "first");
        Api.Answer first =
                keyed.post("/members", Map.of("phone", "+447700900888")).expect(201);
        Api.Answer again = keyed.withHeader("X-Request-Id", "second")
                .post("/members", Map.of("phone", "+447700900888"))
                .expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("X-Request-Id")).isEqualTo("second");
        assertThat(keyed.post("/members", Map.of("phone", "+447700900889"))
                        .expect(422)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");

        Api refusedKey = api.withIdempotencyKey("key-2");
        Map<String, Object> unpublished =
                Map.of("name", "B", "enrol", List.of(Map.of("program", "NONE", "channel", "app")));
        Api.Answer refused = refusedKey.post("/members", unpublished).expect(422);
        assertThat(refused.code()).isEqualTo("PROGRAM_NOT_FOUND");
        Api.Answer refusedAgain = refusedKey.post("/members", unpublished).expect(422);
        assertThat(refusedAgain.body()).isEqualTo(refused.body());
        assertThat(refusedAgain.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_malformed_call_is_not_kept() {
        Api keyed = api.withIdempotencyKey("key-3");
        keyed.post("/members", "{\"nam\": 1}").expect(400);
        assertThat(keyed.post("/members", Map.of("name", "A")).expect(201).header("Idempotent-Replayed"))
                .isEmpty();
        api.withIdempotencyKey("k".repeat(256))
                .post("/members", Map.of("name", "A"))
                .expect(400);
    }

    @Test
    void a_problem_speaks_the_callers_language() {
        JsonNode chinese = api.withHeader("Accept-Language", "zh-CN")
                .get("/members/" + UUID.randomUUID())
                .expect(404)
                .json();
        assertThat(chinese.path("detail").asText()).isEqualTo("没有这位会员。");
        assertThat(chinese.path("code").asText()).isEqualTo("MEMBER_UNKNOWN");
    }

    private String id(Map<String, Object> member) {
        return api.post("/members", member).expect(201).json().path("id").asText();
    }
}
