package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.BadProgramsTest.Bad;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is bad about a program is named where it is saved, and refused or warned about where it is published. */
class BadProgramsIT extends ClientTest {

    private static final String NOW = "2026-03-01T12:00:00Z";

    @Test
    void every_bad_program_is_named_at_its_place_and_none_with_a_problem_is_published() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse(NOW));
        Api api = tenant.api();
        int number = 0;
        for (Bad bad : BadProgramsTest.programs().toList()) {
            String program = "/programs/" + made(api, bad, "bad" + number++);
            if (bad.reason() == ProblemCode.CHARITY_CLOSED) {
                close(api, "young-minds");
            }
            JsonNode document = api.get(program + "/draft").expect(200).json();
            bad.spoiled().accept(document);
            api.withHeader("If-Match", api.get(program + "/draft").header("ETag"))
                    .put(program + "/draft", document)
                    .expect(200);
            JsonNode found =
                    api.post(program + "/draft/check", Map.of()).expect(200).json();
            boolean warning = bad.reason().severity() == Problem.Severity.WARNING;
            assertNamed(found.path(warning ? "warnings" : "problems"), bad);
            if (!warning) {
                JsonNode refused = api.post(program + "/draft/publish", Map.of("effectiveFrom", NOW))
                        .expect(422)
                        .json();
                assertThat(refused.path("code").asText()).isEqualTo("PROGRAM_HAS_PROBLEMS");
                assertNamed(refused.path("errors"), bad);
            }
            assertThat(api.get(program).expect(200).json().has("latest"))
                    .as(bad.what())
                    .isFalse();
        }
        assertThat(number).isGreaterThan(15);
    }

    private static String made(Api api, Bad bad, String code) {
        api.post("/programs", Map.of("code", code, "template", bad.template())).expect(201);
        return code;
    }

    private static void close(Api api, String charity) {
        api.withHeader("If-Match", api.get("/charities/" + charity).header("ETag"))
                .patch("/charities/" + charity, Map.of("status", "closed"))
                .expect(200);
    }

    private static void assertNamed(JsonNode errors, Bad bad) {
        assertThat(StreamSupport.stream(errors.spliterator(), false))
                .as(bad.what() + ": " + errors)
                .anySatisfy(error -> {
                    assertThat(error.path("code").asText())
                            .isEqualTo(bad.reason().name());
                    assertThat(error.path("path").asText()).isEqualTo(bad.path());
                    assertThat(error.path("message").asText()).isNotBlank();
                });
    }
}
