package io.steadfast.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LagWatchIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    /** A figure as it stands; the largest where a tag makes several. */
    private static double figure(String text, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + "(\\{[^}]*})? ([0-9.E+-]+)").matcher(text);
        double most = -1;
        while (line.find()) {
            most = Math.max(most, Double.parseDouble(line.group(2)));
        }
        return most;
    }

    private static String figures() {
        return Api.root()
                .withHeader("Accept", "text/plain")
                .get("/metrics")
                .expect(200)
                .body();
    }

    private static Api.Answer order(TestTenant tenant, String reference) {
        return tenant.api()
                .put(
                        "/orders/till/" + reference,
                        Map.of(
                                "occurredAt",
                                NOW.toString(),
                                "currency",
                                "GBP",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 4000))));
    }

    @Test
    void anOrderAndARefusalAreCounted() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minus(Duration.ofDays(1)));
        double ordersBefore = figure(figures(), "orders_total");
        double refusalsBefore = figure(figures(), "refusals_total\\{[^}]*MEMBER_UNKNOWN[^}]*}");
        order(tenant, "1").expect(201);
        tenant.api().get("/members/018f0000-0000-7000-8000-000000000000").expect(404);
        String after = figures();
        assertThat(figure(after, "orders_total")).isGreaterThan(ordersBefore);
        assertThat(figure(after, "refusals_total\\{[^}]*MEMBER_UNKNOWN[^}]*}")).isGreaterThan(refusalsBefore);
        assertThat(figure(after, "orders_per_second")).isNotNegative();
    }

    @Test
    void lagsAndSchemaVersionsAreShownAndNoTenantIsNamed() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minus(Duration.ofDays(1)));
        Awaitility.await("the watch has looked")
                .atMost(Duration.ofSeconds(90))
                .until(() -> figure(figures(), "schema_version_tenants") > 0);
        String text = figures();
        for (String name : List.of(
                "outbox_lag_seconds", "job_lag_seconds", "webhook_oldest_undelivered_seconds", "lag_unread_tenants")) {
            assertThat(figure(text, name)).as(name).isNotNegative();
        }
        assertThat(text).doesNotContain(tenant.slug());
    }
}
