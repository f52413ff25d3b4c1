package io.steadfast.programs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private TestTenant tenant;
    private Api api;

    @BeforeEach
    void makeTenant() {
        tenant = TestTenants.makeAt(NOW);
        api = tenant.api();
    }

    @Test
    void a_program_begins_as_a_draft_and_is_listed() {
        Api.Answer made =
                api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        assertThat(made.header("Location")).endsWith("/api/v1/programs/club/draft");
        assertThat(made.json().path("document").path("basics").path("code").asText())
                .isEqualTo("club");
        JsonNode listed = api.get("/programs").expect(200).json();
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.path("nextCursor").isNull()).isTrue();
        assertThat(listed.path("items").get(0).has("latest")).isFalse();
        assertThat(api.post("/programs", Map.of("code", "club", "template", "P2"))
                        .expect(409)
                        .code())
                .isEqualTo("PROGRAM_EXISTS");
        assertThat(api.post("/programs", Map.of("code", "x", "template", "NONE"))
                        .expect(422)
                        .code())
                .isEqualTo("TEMPLATE_UNKNOWN");
        api.post("/programs", Map.of("code", "x")).expect(400);
        api.get("/programs/none").expect(404);
    }

    @Test
    void a_program_is_made_of_a_document_of_ones_own() {
        api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        JsonNode document = api.get("/programs/club/draft").json();
        assertThat(api.post("/programs", Map.of("code", "other", "document", document))
                        .expect(400)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("path")
                        .asText())
                .isEqualTo("basics.code");
    }

    @Test
    void pages_neither_skip_nor_repeat() {
        for (String code : new String[] {"a", "b", "c"}) {
            api.post("/programs", Map.of("code", code, "template", "P1")).expect(201);
        }
        JsonNode first = api.get("/programs?limit=2").json();
        assertThat(first.path("items").findValuesAsText("code")).containsExactly("a", "b");
        JsonNode second = api.get(
                        "/programs?limit=2&cursor=" + first.path("nextCursor").asText())
                .json();
        assertThat(second.path("items").findValuesAsText("code")).containsExactly("c");
        api.get("/programs?limit=0").expect(400);
        api.get("/programs?limit=201").expect(400);
        assertThat(api.get("/programs?cursor=nonsense").expect(400).code()).isEqualTo("CURSOR_NOT_VALID");
    }

    @Test
    void a_published_version_is_read_for_good() {
        TestPrograms.publish(tenant, "club", "P1", Instant.parse("2026-01-01T00:00:00Z"));
        JsonNode version = api.get("/programs/club/versions/1").expect(200).json();
        assertThat(version.path("effectiveFrom").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(version.path("document"))
                .isEqualTo(api.get("/programs/club/draft").json());
        assertThat(api.get("/programs/club/versions").json().path("items")).hasSize(1);
        assertThat(api.get("/programs/club").json().path("inForce").asInt()).isEqualTo(1);
        assertThat(api.get("/programs/club/versions/2").expect(404).code()).isEqualTo("VERSION_UNKNOWN");
        api.get("/programs/club/versions/x").expect(404);
        api.put("/programs/club/versions/1", Map.of()).expect(405);
        api.delete("/programs/club/versions/1").expect(405);
    }

    @Test
    void a_published_version_can_not_be_changed_over_the_api() {
        TestPrograms.publish(tenant, "club", "P1", Instant.parse("2026-01-01T00:00:00Z"));
        String version = "/programs/club/versions/1";
        JsonNode before = api.get(version).expect(200).json();
        api.put(version, before).expect(405);
        api.patch(version, Map.of("document", Map.of())).expect(405);
        api.post(version, before).expect(405);
        api.delete(version).expect(405);
        Api.Answer draft = api.get("/programs/club/draft").expect(200);
        ObjectNode document = (ObjectNode) draft.json();
        ((ObjectNode) document.path("transition")).put("lots", "all");
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document)
                .expect(200);
        assertThat(api.get(version).expect(200).json()).isEqualTo(before);
    }

    @Test
    void a_version_is_taken_back_before_it_begins() {
        TestPrograms.publish(tenant, "club", "P1", Instant.parse("2026-01-01T00:00:00Z"));
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-05-01T00:00:00Z"))
                .expect(201);
        api.post("/programs/club/versions/2/withdraw", Map.of()).expect(200);
        assertThat(api.get("/programs/club/versions/2")
                        .json()
                        .path("withdrawnAt")
                        .asText())
                .isEqualTo(NOW.toString());
        assertThat(api.post("/programs/club/versions/1/withdraw", Map.of())
                        .expect(409)
                        .code())
                .isEqualTo("VERSION_HAS_BEGUN");
        TestPrograms.live()
                .api()
                .post("/programs/club/versions/2/withdraw", Map.of())
                .expect(404);
        tenant.apiWith("programs:read")
                .post("/programs/club/versions/2/withdraw", Map.of())
                .expect(403);
    }

    @Test
    void the_database_role_of_a_tenant_can_not_change_a_published_version() throws SQLException {
        TestPrograms.publish(tenant, "club", "P1", Instant.parse("2026-01-01T00:00:00Z"));
        String schema = "t_" + tenant.slug().replace('-', '_');
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + schema + "_role");
            statement.execute("SET search_path = " + schema);
            for (String attempt : new String[] {
                "UPDATE program_version SET document = '{}'", "DELETE FROM program_version", "TRUNCATE program_version"
            }) {
                Assertions.assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void another_tenants_program_is_unknown() {
        api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        Api other = TestPrograms.live().api();
        other.get("/programs/club").expect(404);
        other.get("/programs/club/draft").expect(404);
        other.get("/programs/club/versions").expect(404);
        assertThat(other.get("/programs").json().path("items")).isEmpty();
    }
}
