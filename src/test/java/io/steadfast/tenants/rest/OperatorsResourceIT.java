package io.steadfast.tenants.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorsResourceIT extends ClientTest {

    private final String email = "op-" + UUID.randomUUID().toString().substring(0, 8) + "@platform.test";

    @Test
    void whoever_holds_a_platform_key_invites_an_operator_and_sees_the_link_once() {
        JsonNode made = Api.operator()
                .post("/operators", Map.of("email", email, "name", "Ada"))
                .expect(201)
                .json();
        assertThat(made.path("invitation").asText()).startsWith("/platform/invitation?token=");
        JsonNode listed = Api.operator().get("/operators").expect(200).json().path("items");
        assertThat(listed).anySatisfy(one -> {
            assertThat(one.path("email").asText()).isEqualTo(email);
            assertThat(one.has("invitation")).isFalse();
        });
        JsonNode again = Api.operator()
                .post("/operators/" + made.path("id").asText() + "/invitation", "")
                .expect(201)
                .json();
        assertThat(again.path("invitation").asText())
                .isNotEqualTo(made.path("invitation").asText());
    }

    @Test
    void a_wrong_or_taken_address_and_an_unknown_operator_are_refused() {
        Api.operator().post("/operators", Map.of("email", email, "name", "Ada")).expect(201);
        assertThat(Api.operator()
                        .post("/operators", Map.of("email", email, "name", "Bob"))
                        .expect(409)
                        .code())
                .isEqualTo("EMAIL_TAKEN");
        assertThat(Api.operator()
                        .post("/operators", Map.of("email", "nobody", "name", "Bob"))
                        .expect(400)
                        .code())
                .isEqualTo("EMAIL_NOT_VALID");
        JsonNode errors = Api.operator()
                .post("/operators", Map.of("email", " "))
                .expect(400)
                .json()
                .path("errors");
        assertThat(errors.findValuesAsText("path")).containsExactlyInAnyOrder("email", "name");
        assertThat(Api.operator()
                        .post("/operators/" + UUID.randomUUID() + "/invitation", "")
                        .expect(404)
                        .code())
                .isEqualTo("PERSON_UNKNOWN");
    }

    @Test
    void a_tenants_key_and_nobody_are_turned_away() {
        Api.root().get("/platform/v1/operators").expect(401);
        Api.root()
                .withHeader("Authorization", "Bearer " + TestTenants.make().apiKey())
                .get("/platform/v1/operators")
                .expect(401);
    }
}
