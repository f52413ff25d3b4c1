package io.steadfast.choices.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductsResourceIT extends ClientTest {

    private static List<String> skus(Api api, String query) {
        return api.get("/products" + query).expect(200).json().findValuesAsText("sku");
    }

    @Test
    void a_product_is_listed_found_by_category_brand_and_text_and_changed_under_its_tag() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api api = tenants.mine().api();
        Api.Answer added = api.post(
                        "/products",
                        Map.of("sku", "run-1", "name", "跑鞋", "category", "shoes/sneakers", "brand", "North"))
                .expect(201);
        assertThat(added.json().path("origin").asText()).isEqualTo("listed");
        api.post("/products", Map.of("sku", "hat-1", "category", "hats")).expect(201);
        api.post("/products", Map.of("sku", "boot-1", "category", "shoes", "brand", "South"))
                .expect(201);
        assertThat(skus(api, "?category=shoes")).containsExactly("boot-1", "run-1");
        assertThat(skus(api, "?category=shoe")).isEmpty();
        assertThat(skus(api, "?brand=North")).containsExactly("run-1");
        assertThat(skus(api, "?q=%E8%B7%91")).containsExactly("run-1");
        assertThat(skus(api, "?q=HAT")).containsExactly("hat-1");
        JsonNode first = api.get("/products?limit=2").expect(200).json();
        assertThat(skus(api, "?limit=2&cursor=" + first.path("nextCursor").asText()))
                .containsExactly("run-1");
        assertThat(api.post("/products", Map.of("sku", "run-1")).expect(409).code())
                .isEqualTo("PRODUCT_EXISTS");
        JsonNode changed = api.withHeader("If-Match", "\"0\"")
                .patch("/products/run-1", Map.of("brand", "South"))
                .expect(200)
                .json();
        assertThat(changed.path("brand").asText()).isEqualTo("South");
        assertThat(changed.path("category").asText()).isEqualTo("shoes/sneakers");
        assertThat(tenants.other().api().get("/products/run-1").expect(404).code())
                .isEqualTo("PRODUCT_UNKNOWN");
    }

    @Test
    void what_isnt_a_product_is_refused() {
        Api api = TestTenants.make().api();
        assertThat(api.post("/products", Map.of("name", "x")).expect(400).errorAt("sku"))
                .isEqualTo("REQUIRED");
        assertThat(api.post("/products", Map.of("sku", "x", "category", "/shoes"))
                        .expect(400)
                        .errorAt("category"))
                .isEqualTo("CATEGORY_NOT_VALID");
        assertThat(api.get("/products?q=%00").expect(400).errorAt("q")).isEqualTo("BAD_CHARACTER");
    }
}
