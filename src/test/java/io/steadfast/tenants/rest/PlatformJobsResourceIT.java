package io.steadfast.tenants.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlatformJobsResourceIT extends ClientTest {

    @Test
    void a_job_that_never_was_is_not_found() {
        assertThat(Api.operator().get("/jobs/" + UUID.randomUUID()).expect(404).code())
                .isEqualTo("JOB_UNKNOWN");
        Api.operator().get("/jobs/not-an-id").expect(404);
    }

    @Test
    void jobs_of_operators_are_closed_to_tenants() {
        Api.operator()
                .withHeader(
                        "Authorization",
                        "Bearer " + TestTenants.make(Map.of("sandbox", false)).apiKey())
                .get("/jobs/" + UUID.randomUUID())
                .expect(401);
    }
}
