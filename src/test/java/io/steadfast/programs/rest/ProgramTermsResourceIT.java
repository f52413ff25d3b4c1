package io.steadfast.programs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTermsResourceIT extends ClientTest {

    @Test
    void the_terms_in_force_are_read_in_both_languages() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-03-01T12:00:00Z"));
        TestPrograms.publish(tenant, "club", "P2", Instant.parse("2026-01-01T00:00:00Z"));
        Api api = tenant.api();
        JsonNode english = api.get("/programs/club/terms?locale=en").expect(200).json();
        assertThat(english.path("title").asText()).isEqualTo("Terms of Beauty Insider");
        assertThat(english.path("version").asInt()).isEqualTo(1);
        assertThat(english.toString()).contains("VIB is reached at USD 350.00.");
        JsonNode chinese = api.get("/programs/club/terms?locale=zh-CN&version=1")
                .expect(200)
                .json();
        assertThat(chinese.path("locale").asText()).isEqualTo("zh-CN");
        assertThat(chinese.toString()).contains("达到 USD 350.00 即成为VIB。");
    }

    @Test
    void what_was_never_published_and_a_language_that_isnt_spoken_are_refused() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-03-01T12:00:00Z"));
        Api api = tenant.api();
        api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        assertThat(api.get("/programs/club/terms").expect(404).code()).isEqualTo("VERSION_UNKNOWN");
        assertThat(api.get("/programs/club/terms?version=7").expect(404).code()).isEqualTo("VERSION_UNKNOWN");
        assertThat(api.get("/programs/none/terms").expect(404).code()).isEqualTo("PROGRAM_UNKNOWN");
        api.get("/programs/club/terms?locale=xx").expect(400);
    }
}
