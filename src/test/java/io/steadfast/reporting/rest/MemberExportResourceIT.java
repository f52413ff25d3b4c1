package io.steadfast.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberExportResourceIT extends ClientTest {

    @Test
    void a_member_gets_everything_and_another_tenant_nothing() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        String id = tenants.mine()
                .api()
                .post("/members", Map.of("name", "王芳", "externalId", "9"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode all = tenants.mine()
                .api()
                .get("/members/" + id + "/export")
                .expect(200)
                .json();
        assertThat(all.at("/member/0/name").asText()).isEqualTo("王芳");
        assertThat(all.path("identities").findValuesAsText("value")).contains("9");
        assertThat(tenants.other()
                        .api()
                        .get("/members/" + id + "/export")
                        .expect(404)
                        .code())
                .isEqualTo("NOT_FOUND");
    }
}
