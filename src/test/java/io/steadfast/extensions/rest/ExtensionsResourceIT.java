package io.steadfast.extensions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtensionsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Map<String, Object> WISH =
            Map.of("selection", Map.of("program", "club"), "months", 12, "reason", "Stores were closed");

    @Test
    void aKeyAsksAndTakesBackButNeverApproves() {
        TestTenant tenant = withPoints();
        Api api = tenant.api();
        JsonNode asked = api.post("/extensions", WISH).expect(201).json();
        assertThat(asked.path("state").asText()).isEqualTo("requested");
        assertThat(asked.path("members").asLong()).isEqualTo(1);
        assertThat(asked.path("points").asLong()).isEqualTo(40);
        String path = "/extensions/" + asked.path("id").asText();
        assertThat(api.post(path + "/run", "").expect(409).code()).isEqualTo("EXTENSION_NOT_APPROVED");
        api.post(path + "/approve", "").expect(404);
        assertThat(api.post(path + "/undo", "").expect(200).json().path("state").asText())
                .isEqualTo("undone");
        assertThat(api.post(path + "/run", "").expect(409).code()).isEqualTo("EXTENSION_OVER");
        assertThat(api.get("/extensions").expect(200).json().path("items")).hasSize(1);
        assertThat(TestTenants.make().api().get(path).expect(404).code()).isEqualTo("EXTENSION_UNKNOWN");
        tenant.apiWith("members:read").get(path).expect(403);
    }

    @Test
    void aTermAndAReasonAreNeededAndSomethingToExtend() {
        Api api = withPoints().api();
        Map<String, Object> club = Map.of("program", "club");
        wrong(api, Map.of("selection", club, "reason", "x"), "months");
        wrong(api, Map.of("selection", club, "reason", "x", "months", 12, "until", "2030-01-01"), "months");
        wrong(api, Map.of("selection", club, "reason", "x", "months", 121), "months");
        wrong(api, Map.of("selection", club, "reason", " ", "months", 12), "reason");
        Map<String, Object> past = Map.of("selection", club, "reason", "x", "until", "2026-06-16");
        assertThat(api.post("/extensions", past).expect(422).code()).isEqualTo("EXTENSION_SELECTS_NOTHING");
        Map<String, Object> nowhere = Map.of("selection", Map.of("program", "none"), "reason", "x", "months", 1);
        assertThat(api.post("/extensions", nowhere).expect(422).code()).isEqualTo("EXTENSION_PROGRAM_UNKNOWN");
    }

    private static void wrong(Api api, Map<String, Object> wish, String path) {
        JsonNode problem = api.post("/extensions", wish).expect(400).json();
        assertThat(problem.path("errors").get(0).path("path").asText()).isEqualTo(path);
    }

    private static TestTenant withPoints() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = api.post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        api.put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", NOW.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 4000))))
                .expect(201);
        return tenant;
    }
}
