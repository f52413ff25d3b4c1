package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharitiesResourceIT extends ClientTest {

    @Test
    void a_charity_is_added_read_and_changed_under_its_tag() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api api = tenants.mine().api();
        Map<String, Object> books = Map.of(
                "code", "books",
                "name", Map.of("en", "Books for all", "zh-CN", "人人有书"),
                "url", "https://books.example",
                "registrationNumber", "EIN 1");
        Api.Answer added = api.post("/charities", books).expect(201);
        assertThat(added.header("ETag")).contains("\"0\"");
        assertThat(added.json().path("status").asText()).isEqualTo("open");
        assertThat(api.post("/charities", books).expect(409).code()).isEqualTo("CHARITY_EXISTS");
        assertThat(api.patch("/charities/books", Map.of("status", "closed"))
                        .expect(400)
                        .code())
                .isEqualTo("IF_MATCH_REQUIRED");
        assertThat(api.withHeader("If-Match", "\"7\"")
                        .patch("/charities/books", Map.of("status", "closed"))
                        .expect(412)
                        .code())
                .isEqualTo("STALE_VERSION");
        Map<String, Object> change = new HashMap<>();
        change.put("status", "closed");
        change.put("url", null);
        JsonNode closed = api.withHeader("If-Match", "\"0\"")
                .patch("/charities/books", change)
                .expect(200)
                .json();
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.has("url")).isFalse();
        assertThat(closed.at("/name/zh-CN").asText()).isEqualTo("人人有书");
        assertThat(closed.path("registrationNumber").asText()).isEqualTo("EIN 1");
        assertThat(api.get("/charities/books").expect(200).header("ETag")).contains("\"1\"");
        assertThat(tenants.other().api().get("/charities/books").expect(404).code())
                .isEqualTo("CHARITY_UNKNOWN");
    }

    @Test
    void what_isnt_a_charity_is_refused_with_its_fields() {
        Api api = TestTenants.make().api();
        assertThat(api.post("/charities", Map.of("name", "Books")).expect(400).errorAt("code"))
                .isEqualTo("REQUIRED");
        assertThat(api.post("/charities", Map.of("code", "a b", "name", "Books"))
                        .expect(400)
                        .errorAt("code"))
                .isEqualTo("CHARITY_CODE_NOT_VALID");
        assertThat(api.post("/charities", Map.of("code", "books")).expect(400).errorAt("name"))
                .isEqualTo("REQUIRED");
        assertThat(api.post("/charities", Map.of("code", "b", "name", "B", "url", "javascript:alert(1)"))
                        .expect(400)
                        .errorAt("url"))
                .isEqualTo("URL_NOT_VALID");
        assertThat(api.post("/charities", Map.of("code", "unassigned", "name", "B"))
                        .expect(400)
                        .code())
                .isEqualTo("CHARITY_CODE_NOT_VALID");
        assertThat(api.get("/charities/a%20b").expect(404).code()).isEqualTo("CHARITY_UNKNOWN");
    }

    @Test
    void the_list_is_paged_and_each_charity_has_its_totals() {
        GivingTill till = GivingTill.open("P4");
        till.buys("1", "clean-seas");
        till.buys("2", "clean-seas");
        JsonNode first = till.api().get("/charities?limit=2").expect(200).json();
        assertThat(first.path("items")).hasSize(2);
        JsonNode seas = first.at("/items/0");
        assertThat(seas.path("code").asText()).isEqualTo("clean-seas");
        assertThat(seas.at("/totals/0/pledged/amount").asLong()).isEqualTo(2_00);
        assertThat(seas.at("/totals/0/total/currency").asText()).isEqualTo("USD");
        assertThat(seas.at("/totals/0/brand/amount").asLong()).isEqualTo(2_00);
        JsonNode second = till.api()
                .get("/charities?limit=2&cursor=" + first.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(second.at("/items/0/code").asText()).isEqualTo("young-minds");
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_key_without_the_scope_may_not_change_the_register() {
        assertThat(TestTenants.make()
                        .apiWith("programs:read")
                        .post("/charities", Map.of("code", "b", "name", "B"))
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
    }
}
