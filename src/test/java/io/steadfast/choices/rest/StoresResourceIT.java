package io.steadfast.choices.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoresResourceIT extends ClientTest {

    private static final Map<String, Object> LONDON = Map.of(
            "code",
            "LDN1",
            "name",
            "London Soho",
            "brand",
            "North",
            "region",
            "South East",
            "country",
            "GB",
            "activeFrom",
            "2026-01-01");

    @Test
    void a_store_is_added_with_the_tenants_currency_and_zone_and_changed_under_its_tag() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api api = tenants.mine().api();
        Api.Answer added = api.post("/stores", LONDON).expect(201);
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        assertThat(added.header("Location")).endsWith("/stores/LDN1");
        assertThat(added.json().path("currency").asText()).isEqualTo("GBP");
        assertThat(added.json().path("zone").asText()).isEqualTo("Europe/London");
        assertThat(api.post("/stores", LONDON).expect(409).code()).isEqualTo("STORE_EXISTS");
        assertThat(api.patch("/stores/LDN1", Map.of("name", "Soho")).expect(400).code())
                .isEqualTo("IF_MATCH_REQUIRED");
        Map<String, Object> change = new HashMap<>();
        change.put("activeUntil", "2026-06-30");
        change.put("region", null);
        JsonNode changed = api.withHeader("If-Match", "\"0\"")
                .patch("/stores/LDN1", change)
                .expect(200)
                .json();
        assertThat(changed.path("activeUntil").asText()).isEqualTo("2026-06-30");
        assertThat(changed.has("region")).isFalse();
        assertThat(changed.path("brand").asText()).isEqualTo("North");
        assertThat(api.withHeader("If-Match", "\"0\"")
                        .patch("/stores/LDN1", change)
                        .expect(412)
                        .code())
                .isEqualTo("STALE_VERSION");
        assertThat(api.get("/stores/LDN1").expect(200).header("ETag")).contains("\"1\"");
        assertThat(tenants.other().api().get("/stores/LDN1").expect(404).code()).isEqualTo("STORE_UNKNOWN");
    }

    @Test
    void what_isnt_a_store_is_refused_by_its_fields() {
        Api api = TestTenants.make().api();
        assertThat(api.post("/stores", Map.of("name", "x")).expect(400).errorAt("code"))
                .isEqualTo("REQUIRED");
        assertThat(api.post("/stores", Map.of("code", "a b", "name", "x"))
                        .expect(400)
                        .errorAt("code"))
                .isEqualTo("CODE_NOT_VALID");
        Api.Answer wrong = api.post(
                        "/stores",
                        Map.of("code", "a", "country", "XX", "currency", "coins", "zone", "Mars/Base", "name", " "))
                .expect(400);
        assertThat(wrong.errorAt("country")).isEqualTo("NOT_VALID");
        assertThat(wrong.errorAt("currency")).isEqualTo("NOT_VALID");
        assertThat(wrong.errorAt("zone")).isEqualTo("NOT_VALID");
        assertThat(wrong.errorAt("name")).isEqualTo("REQUIRED");
        assertThat(api.post(
                                "/stores",
                                Map.of(
                                        "code",
                                        "a",
                                        "name",
                                        "A",
                                        "activeFrom",
                                        "2026-02-01",
                                        "activeUntil",
                                        "2026-01-31"))
                        .expect(400)
                        .errorAt("activeUntil"))
                .isEqualTo("ENDS_BEFORE_IT_BEGINS");
    }

    @Test
    void the_list_is_paged_by_code() {
        Api api = TestTenants.make().api();
        for (String code : new String[] {"C", "A", "B"}) {
            api.post("/stores", Map.of("code", code, "name", "店 " + code)).expect(201);
        }
        JsonNode first = api.get("/stores?limit=2").expect(200).json();
        assertThat(first.at("/items/0/code").asText()).isEqualTo("A");
        assertThat(first.at("/items/1/name").asText()).isEqualTo("店 B");
        JsonNode second = api.get(
                        "/stores?limit=2&cursor=" + first.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_key_without_the_scope_may_not_add_a_store() {
        assertThat(TestTenants.make()
                        .apiWith("programs:read")
                        .post("/stores", LONDON)
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
    }
}
