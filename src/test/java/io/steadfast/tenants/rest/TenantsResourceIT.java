package io.steadfast.tenants.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantsResourceIT extends ClientTest {

    @Test
    void a_tenant_made_while_the_server_runs_works_at_once() {
        JsonNode made =
                Api.operator().post("/tenants", body(slug())).expect(201).json();
        Api.withKey(made.path("apiKey").asText()).get("/programs").expect(200);
    }

    @Test
    void a_live_tenants_owner_gets_a_one_time_invitation_and_a_sandboxes_owner_a_password() {
        JsonNode live =
                Api.operator().post("/tenants", body(slug())).expect(201).json();
        assertThat(live.path("owner").path("invitation").asText()).contains("token=");
        assertThat(live.path("owner").has("password")).isFalse();
        Map<String, Object> sandbox = body(slug());
        sandbox.put("sandbox", true);
        JsonNode made = Api.operator().post("/tenants", sandbox).expect(201).json();
        assertThat(made.path("owner").path("password").asText()).hasSizeGreaterThan(20);
        assertThat(made.path("owner").has("invitation")).isFalse();
    }

    @Test
    void a_taken_slug_is_a_conflict_and_wrong_fields_are_named() {
        Map<String, Object> wanted = body(slug());
        Api.operator().post("/tenants", wanted).expect(201);
        assertThat(Api.operator().post("/tenants", wanted).expect(409).code()).isEqualTo("SLUG_TAKEN");
        Map<String, Object> wrong = body(slug());
        wrong.remove("currency");
        wrong.put("now", "2026-01-01T00:00:00Z");
        JsonNode errors =
                Api.operator().post("/tenants", wrong).expect(400).json().path("errors");
        assertThat(errors.findValuesAsText("path")).containsExactlyInAnyOrder("currency", "now");
        wrong = body(slug());
        wrong.put("colour", "red");
        Api.operator().post("/tenants", wrong).expect(400);
    }

    @Test
    void an_owner_whose_address_is_wrong_leaves_no_half_made_tenant() {
        String slug = slug();
        Map<String, Object> wanted = body(slug);
        wanted.put("owner", Map.of("email", "no address", "name", "O"));
        assertThat(Api.operator().post("/tenants", wanted).expect(400).code()).isEqualTo("EMAIL_NOT_VALID");
        Api.operator().post("/tenants", body(slug)).expect(201);
    }

    @Test
    void the_clock_of_a_live_tenant_and_the_way_back_are_refused() {
        TestTenant live = TestTenants.make(Map.of("sandbox", false));
        assertThat(Api.operator()
                        .put("/tenants/" + live.slug() + "/clock", Map.of("now", "2026-05-01T00:00:00Z"))
                        .expect(409)
                        .code())
                .isEqualTo("NOT_A_SANDBOX");
        TestTenant sandbox = TestTenants.makeAt(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(Api.operator()
                        .put("/tenants/" + sandbox.slug() + "/clock", Map.of("now", "2026-04-30T00:00:00Z"))
                        .expect(422)
                        .code())
                .isEqualTo("CLOCK_ONLY_FORWARD");
        assertThat(Api.operator()
                        .put("/tenants/" + sandbox.slug() + "/clock", Map.of("now", "2040-01-01T00:00:00Z"))
                        .expect(422)
                        .code())
                .isEqualTo("CLOCK_TOO_FAR");
    }

    @Test
    void further_keys_have_only_the_scopes_they_were_given() {
        TestTenant brand = TestTenants.make(Map.of("sandbox", false));
        String key = Api.operator()
                .post(
                        "/tenants/" + brand.slug() + "/keys",
                        Map.of("label", "till", "scopes", new String[] {"orders:write"}))
                .expect(201)
                .json()
                .path("apiKey")
                .asText();
        Api.withKey(key).get("/programs").expect(403);
    }

    @Test
    void a_deletion_takes_two_steps_and_leaves_nothing() {
        TestTenant brand = TestTenants.make(Map.of("sandbox", false));
        Api.operator()
                .delete("/tenants/" + brand.slug() + "?confirm=" + brand.slug())
                .expect(409);
        Api.operator().delete("/tenants/" + brand.slug()).expect(202);
        // Whoever suspends it now doesn't take the mark away: the second step still is the second.
        Api.operator().post("/tenants/" + brand.slug() + "/suspend", "{}").expect(200);
        Api.operator()
                .delete("/tenants/" + brand.slug() + "?confirm=" + brand.slug())
                .expect(204);
        Api.withKey(brand.apiKey()).get("/programs").expect(401);
        assertThat(Api.operator()
                        .post("/tenants/" + brand.slug() + "/suspend", "{}")
                        .expect(404)
                        .code())
                .isEqualTo("TENANT_UNKNOWN");
    }

    /** A slip of the hand neither closes a tenant's doors nor, once they are closed, removes it. */
    @Test
    void a_confirmation_that_is_not_the_tenants_name_changes_nothing() {
        TestTenant brand = TestTenants.make(Map.of("sandbox", false));
        for (String slip : List.of("", "true", brand.slug() + "x", brand.slug().toUpperCase(Locale.ROOT))) {
            assertThat(Api.operator()
                            .delete("/tenants/" + brand.slug() + "?confirm=" + slip)
                            .expect(409)
                            .code())
                    .isEqualTo("DELETION_NOT_CONFIRMED");
        }
        Api.withKey(brand.apiKey()).get("/programs").expect(200);
        Api.operator().delete("/tenants/" + brand.slug()).expect(202);
        Api.operator().delete("/tenants/" + brand.slug() + "?confirm=another").expect(409);
        Api.operator().post("/tenants/" + brand.slug() + "/resume", "{}").expect(200);
        Api.withKey(brand.apiKey()).get("/programs").expect(200);
    }

    @Test
    void an_unknown_tenant_is_not_found() {
        Api.operator().post("/tenants/never-made/suspend", "{}").expect(404);
        Api.operator().post("/tenants/NOT-A-SLUG/suspend", "{}").expect(404);
    }

    private static String slug() {
        return "r" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<String, Object> body(String slug) {
        Map<String, Object> body = new HashMap<>();
        body.put("slug", slug);
        body.put("name", "Brand " + slug);
        body.put("currency", "GBP");
        body.put("zone", "Europe/London");
        body.put("locale", "en-GB");
        body.put("owner", Map.of("email", "owner@" + slug + ".example", "name", "Olivia Owner"));
        return body;
    }
}
