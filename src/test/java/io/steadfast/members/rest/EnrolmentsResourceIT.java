package io.steadfast.members.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Api api;

    @BeforeEach
    void makeTenant() {
        api = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"))
                .api();
    }

    private String member() {
        return api.post("/members", Map.of("name", "Ada"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void a_new_member_is_enrolled_when_they_joined() {
        JsonNode made = api.post(
                        "/members",
                        Map.of(
                                "joinedAt",
                                "2026-02-01T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app", "termsVersion", 1))))
                .expect(201)
                .json();
        JsonNode program = made.path("programs").get(0);
        assertThat(program.path("program").asText()).isEqualTo("club");
        assertThat(program.path("enrolledAt").asText()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(program.path("termsVersion").asText()).isEqualTo("1");
    }

    @Test
    void enrolling_twice_is_one_enrolment_and_may_accept_new_terms() {
        String path = "/members/" + member() + "/programs/club";
        api.put(path, Map.of("channel", "app")).expect(200);
        JsonNode again = api.put(path, Map.of("channel", "web", "termsVersion", 2))
                .expect(200)
                .json();
        assertThat(again.path("programs")).hasSize(1);
        assertThat(again.path("programs").get(0).path("channel").asText()).isEqualTo("app");
        assertThat(again.path("programs").get(0).path("termsVersion").asText()).isEqualTo("2");
    }

    @Test
    void each_version_of_the_terms_that_was_accepted_stays_recorded() {
        String id = member();
        String path = "/members/" + id + "/programs/club";
        api.put(path, Map.of("channel", "app", "termsVersion", 1)).expect(200);
        api.put(path, Map.of("channel", "web", "termsVersion", 2)).expect(200);
        api.put(path, Map.of("channel", "web", "termsVersion", 2)).expect(200);
        JsonNode accepted =
                api.get("/members/" + id + "/export").expect(200).json().path("terms");
        assertThat(accepted.findValuesAsText("termsVersion"))
                .startsWith("1", "2")
                .containsOnly("1", "2");
        assertThat(accepted.findValuesAsText("channel")).startsWith("app", "web");
        assertThat(accepted.findValuesAsText("acceptedAt"))
                .allSatisfy(at -> assertThat(at).startsWith("2026-03-01"));
    }

    @Test
    void a_member_leaves_and_comes_back() {
        String id = member();
        String path = "/members/" + id + "/programs/club";
        api.put(path, Map.of("channel", "app", "at", "2026-02-01T00:00:00Z")).expect(200);
        api.delete(path).expect(204);
        assertThat(api.delete(path).expect(404).code()).isEqualTo("NOT_ENROLLED");
        JsonNode back = api.put(path, Map.of("channel", "app")).expect(200).json();
        assertThat(back.path("programs")).hasSize(2);
        assertThat(back.path("programs").get(0).path("leftAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void what_can_not_be_is_refused() {
        String id = member();
        assertThat(api.put("/members/" + id + "/programs/none", Map.of("channel", "app"))
                        .expect(404)
                        .code())
                .isEqualTo("PROGRAM_UNKNOWN");
        api.post("/programs", Map.of("code", "later", "template", "P2")).expect(201);
        assertThat(api.put("/members/" + id + "/programs/later", Map.of("channel", "app"))
                        .expect(422)
                        .code())
                .isEqualTo("PROGRAM_NOT_PUBLISHED");
        api.put("/members/" + id + "/programs/club", Map.of("channel", "app", "at", "2027-01-01T00:00:00Z"))
                .expect(400);
        api.put("/members/" + id + "/programs/club", Map.of()).expect(400);
        api.post("/members/" + id + "/block", Map.of("reason", "fraud")).expect(200);
        assertThat(api.put("/members/" + id + "/programs/club", Map.of("channel", "app"))
                        .expect(422)
                        .code())
                .isEqualTo("MEMBER_BLOCKED");
    }
}
