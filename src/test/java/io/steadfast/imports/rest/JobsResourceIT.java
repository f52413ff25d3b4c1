package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobsResourceIT extends ClientTest {

    @Test
    void a_job_that_isnt_the_tenants_is_one_that_never_was() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        String clock = Api.operator()
                .put(
                        "/tenants/" + tenants.mine().slug() + "/clock",
                        Map.of("now", java.time.Instant.now().plusSeconds(3600).toString()))
                .expect(202)
                .json()
                .path("id")
                .asText();
        assertThat(tenants.mine()
                        .api()
                        .get("/jobs/" + clock)
                        .expect(200)
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(clock);
        String other = tenants.other()
                .api()
                .get("/jobs/" + clock)
                .expect(404)
                .json()
                .path("code")
                .asText();
        String never = tenants.other()
                .api()
                .get("/jobs/" + UUID.randomUUID())
                .expect(404)
                .json()
                .path("code")
                .asText();
        assertThat(other).isEqualTo(never).isEqualTo("JOB_UNKNOWN");
        assertThat(tenants.mine().api().get("/jobs/not-an-id").status()).isEqualTo(404);
    }
}
