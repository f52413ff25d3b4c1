package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.Api;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClockMoverIT extends ContainerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-29T01:00:00Z");
    private static final Instant TARGET = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant BEYOND = Instant.parse("2026-04-01T12:00:01Z");

    @Inject
    private TestDueWork dueWork;

    @Inject
    private TenantDirectory tenants;

    @Test
    void the_clock_stops_at_every_due_date_on_its_way_and_stands_still_at_the_target() {
        TestTenant brand = TestTenants.makeAt(START);
        TenantSlug slug = new TenantSlug(brand.slug());
        dueWork.plan(slug, FIRST, SECOND, BEYOND);
        String job = Api.operator()
                .put("/tenants/" + slug + "/clock", Map.of("now", TARGET.toString()))
                .expect(202)
                .json()
                .path("id")
                .asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Api.operator()
                                .get("/jobs/" + job)
                                .expect(200)
                                .json()
                                .path("status")
                                .asText())
                        .isEqualTo("completed"));
        assertThat(dueWork.done(slug)).containsExactly(FIRST, SECOND);
        assertThat(tenants.find(slug).orElseThrow().sandboxClock()).contains(TARGET);
    }
}
