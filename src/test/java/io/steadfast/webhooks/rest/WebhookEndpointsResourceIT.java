package io.steadfast.webhooks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookEndpointsResourceIT extends ClientTest {

    private static final String ENDPOINTS = "/webhook-endpoints";
    private static final Map<String, Object> WISH = Map.of("url", "https://shop.example.com/events");

    @Test
    void aSecretIsShownOnceAndNeverAgain() {
        Api api = TestTenants.make().api().withIdempotencyKey("make-1");
        JsonNode made = api.post(ENDPOINTS, WISH).expect(201).json();
        assertThat(made.path("secret").asText()).startsWith("whsec_");
        assertThat(api.post(ENDPOINTS, WISH).expect(409).code()).isEqualTo("SECRET_ALREADY_SHOWN");
        assertThat(api.get(ENDPOINTS + "/" + made.path("id").asText())
                        .expect(200)
                        .json()
                        .has("secret"))
                .isFalse();
        assertThat(api.get(ENDPOINTS).expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void aChangeNeedsTheVersionItWasMadeOn() {
        Api api = TestTenants.make().api();
        Api.Answer made = api.post(ENDPOINTS, WISH).expect(201);
        String path = ENDPOINTS + "/" + made.json().path("id").asText();
        Map<String, Object> paused = Map.of("url", "https://shop.example.com/other", "status", "paused");
        api.put(path, paused).expect(400);
        JsonNode changed = api.withHeader("If-Match", made.header("ETag"))
                .put(path, paused)
                .expect(200)
                .json();
        assertThat(changed.path("status").asText()).isEqualTo("paused");
        assertThat(changed.path("url").asText()).isEqualTo("https://shop.example.com/other");
        api.withHeader("If-Match", made.header("ETag")).put(path, WISH).expect(412);
        api.delete(path).expect(204);
        assertThat(api.get(path).expect(404).code()).isEqualTo("ENDPOINT_UNKNOWN");
    }

    @Test
    void whatCannotBeCalledIsRefusedByName() {
        Api api = TestTenants.make().api();
        for (String url : List.of("ftp://a.example", "https://user:secret@a.example", "no address", "https:///x")) {
            JsonNode problem =
                    api.post(ENDPOINTS, Map.of("url", url)).expect(400).json();
            assertThat(problem.path("errors").get(0).path("path").asText()).isEqualTo("url");
        }
        JsonNode problem = api.post(ENDPOINTS, Map.of("url", "https://a.example", "eventTypes", List.of("points.lost")))
                .expect(400)
                .json();
        assertThat(problem.path("errors").get(0).path("path").asText()).isEqualTo("eventTypes[0]");
    }

    @Test
    void anothersEndpointIsNobodys() {
        TestTenants.Two two = TestTenants.makeTwo();
        String id = two.mine()
                .api()
                .post(ENDPOINTS, WISH)
                .expect(201)
                .json()
                .path("id")
                .asText();
        for (String unknown : List.of(id, UUID.randomUUID().toString())) {
            String path = ENDPOINTS + "/" + unknown;
            assertThat(two.other().api().get(path).expect(404).code()).isEqualTo("ENDPOINT_UNKNOWN");
            two.other().api().delete(path).expect(404);
            two.other().api().post(path + "/rotate-secret", "").expect(404);
            two.other().api().get(path + "/deliveries").expect(404);
            two.other()
                    .api()
                    .post(ENDPOINTS + "/deliveries/" + unknown + "/redeliver", "")
                    .expect(404);
        }
        two.mine().apiWith("members:read").get(ENDPOINTS).expect(403);
    }
}
