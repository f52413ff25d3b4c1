package io.steadfast.choices.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesResourceIT extends ClientTest {

    private static final Map<String, Object> DIET =
            Map.of("subject", "member", "name", "diet", "type", "any_of", "values", List.of("vegan", "halal"));

    @Test
    void an_attribute_is_declared_read_and_changed_under_its_tag() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api api = tenants.mine().api();
        JsonNode declared = api.post("/attributes", DIET).expect(201).json();
        assertThat(declared.path("personal").asBoolean()).isTrue();
        assertThat(declared.path("writtenBy").toString()).isEqualTo("[\"api\",\"staff\"]");
        assertThat(api.post("/attributes", DIET).expect(409).code()).isEqualTo("ATTRIBUTE_EXISTS");
        JsonNode changed = api.withHeader("If-Match", "\"0\"")
                .patch(
                        "/attributes/member/diet",
                        Map.of("values", List.of("vegan"), "personal", false, "writtenBy", List.of("staff")))
                .expect(200)
                .json();
        assertThat(changed.path("values").toString()).isEqualTo("[\"vegan\"]");
        assertThat(changed.path("personal").asBoolean()).isFalse();
        assertThat(api.withHeader("If-Match", "\"1\"")
                        .patch("/attributes/member/diet", Map.of("type", "text"))
                        .expect(400)
                        .errorAt("type"))
                .isEqualTo("NOT_ALLOWED");
        assertThat(api.withHeader("If-Match", "\"0\"")
                        .patch("/attributes/member/diet", Map.of("personal", true))
                        .expect(412)
                        .code())
                .isEqualTo("STALE_VERSION");
        assertThat(api.get("/attributes").expect(200).json().path("items")).hasSize(1);
        assertThat(api.get("/attributes/line/diet").expect(404).code()).isEqualTo("ATTRIBUTE_UNKNOWN");
        assertThat(api.get("/attributes/planet/diet").expect(404).code()).isEqualTo("ATTRIBUTE_UNKNOWN");
        assertThat(tenants.other()
                        .api()
                        .get("/attributes/member/diet")
                        .expect(404)
                        .code())
                .isEqualTo("ATTRIBUTE_UNKNOWN");
    }

    @Test
    void a_choice_needs_values_and_another_type_has_none() {
        Api api = TestTenants.make().api();
        assertThat(api.post("/attributes", Map.of("subject", "member", "name", "a", "type", "one_of"))
                        .expect(400)
                        .errorAt("values"))
                .isEqualTo("VALUES_DONT_FIT_TYPE");
        assertThat(api.post(
                                "/attributes",
                                Map.of("subject", "line", "name", "a", "type", "text", "values", List.of("x")))
                        .expect(400)
                        .errorAt("values"))
                .isEqualTo("VALUES_DONT_FIT_TYPE");
        assertThat(api.post("/attributes", Map.of("subject", "line", "name", "9", "type", "text"))
                        .expect(400)
                        .errorAt("name"))
                .isEqualTo("CODE_NOT_VALID");
        Api.Answer empty = api.post("/attributes", Map.of()).expect(400);
        assertThat(empty.errorAt("subject") + empty.errorAt("name") + empty.errorAt("type"))
                .isEqualTo("REQUIREDREQUIREDREQUIRED");
    }

    @Test
    void a_members_attributes_are_held_against_what_was_declared() {
        Api api = TestTenants.make().api();
        api.post("/attributes", DIET).expect(201);
        api.post("/attributes", Map.of("subject", "member", "name", "shoe", "type", "number"))
                .expect(201);
        api.post(
                        "/attributes",
                        Map.of("subject", "member", "name", "risk", "type", "text", "writtenBy", List.of("staff")))
                .expect(201);
        String id = api.post(
                        "/members",
                        Map.of("name", "Ada", "attributes", Map.of("diet", List.of("vegan", "halal"), "shoe", 38)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Api.Answer wrong = api.patch(
                        "/members/" + id,
                        Map.of("attributes", Map.of("diet", "meat", "shoe", "big", "hat", 7, "risk", "high")))
                .expect(400);
        assertThat(wrong.errorAt("attributes.diet")).isEqualTo("ATTRIBUTE_NOT_ONE_OF");
        assertThat(wrong.errorAt("attributes.shoe")).isEqualTo("ATTRIBUTE_WRONG_TYPE");
        assertThat(wrong.errorAt("attributes.hat")).isEqualTo("ATTRIBUTE_NOT_DECLARED");
        assertThat(wrong.errorAt("attributes.risk")).isEqualTo("ATTRIBUTE_NOT_WRITABLE");
        assertThat(api.get("/members/" + id)
                        .expect(200)
                        .json()
                        .at("/attributes/shoe")
                        .asText())
                .isEqualTo("38");
        api.patch("/members/" + id, Map.of("attributes", Map.of("shoe", 39))).expect(200);
    }
}
