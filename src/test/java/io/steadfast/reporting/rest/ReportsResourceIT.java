package io.steadfast.reporting.rest;

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

class ReportsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2027-06-15T12:00:00Z");

    @Test
    void aSummarySaysWhatWasTrueAtAnyInstant() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String anna = member(api, "A");
        member(api, "B");
        order(api, anna, "1", "2026-03-10T12:00:00Z", 36_000);
        order(api, anna, "2", "2027-02-01T12:00:00Z", 4_050);
        JsonNode now = api.get("/reports/summary?program=club").expect(200).json();
        assertThat(now.path("accrued").asLong()).isEqualTo(400);
        assertThat(now.path("expired").asLong()).isEqualTo(360);
        assertThat(now.path("outstanding").asLong()).isEqualTo(40);
        assertThat(now.path("membersEnrolled").asLong()).isEqualTo(2);
        assertThat(now.at("/membersByTier/VIB").asLong()).isEqualTo(1);
        assertThat(now.at("/membersByTier/INSIDER").asLong()).isEqualTo(1);
        assertThat(now.at("/spend/0/amount").asLong()).isEqualTo(40_050);
        JsonNode then = api.get("/reports/summary?asOf=2026-12-31T23:59:59Z")
                .expect(200)
                .json();
        assertThat(then.path("accrued").asLong()).isEqualTo(360);
        assertThat(then.path("expired").asLong()).isZero();
        assertThat(then.path("outstanding").asLong()).isEqualTo(360);
        assertThat(then.at("/spend/0/amount").asLong()).isEqualTo(36_000);
        JsonNode posted = api.get("/reports/summary?basis=posting&asOf=2027-06-14T12:00:00Z")
                .expect(200)
                .json();
        // No month is closed: each entry was booked on the day it is about.
        assertThat(posted.path("accrued").asLong()).isEqualTo(400);
    }

    @Test
    void aMovementAddsUp() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String anna = member(api, "A");
        order(api, anna, "1", "2027-06-15T12:00:00Z", 10_000);
        api.post(
                        "/adjustments",
                        Map.of("memberId", anna, "points", 25, "kind", "goodwill", "reason", "SORRY", "note", "late"))
                .expect(200);
        api.post(
                        "/orders/shop/1/returns",
                        Map.of(
                                "returnId", "r1",
                                "at", NOW.toString(),
                                "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200);
        JsonNode month = api.get("/reports/movement?from=2027-06-01&to=2027-06-30")
                .expect(200)
                .json();
        assertThat(month.path("opening").asLong()).isZero();
        assertThat(month.path("accrued").asLong()).isEqualTo(100);
        assertThat(month.path("reversed").asLong()).isEqualTo(100);
        assertThat(month.path("adjusted").asLong()).isEqualTo(25);
        assertThat(month.path("closing").asLong()).isEqualTo(25);
        JsonNode next = api.get("/reports/movement?from=2027-07-01&to=2027-07-31")
                .expect(200)
                .json();
        assertThat(next.path("opening").asLong()).isEqualTo(25);
        assertThat(next.path("closing").asLong()).isEqualTo(25);
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        TestTenant tenant = TestTenants.make();
        Api api = tenant.api();
        assertThat(api.get("/reports/summary?program=none").expect(404).code()).isEqualTo("PROGRAM_UNKNOWN");
        wrong(api, "/reports/summary?basis=guess", "basis");
        wrong(api, "/reports/summary?asOf=yesterday", "asOf");
        wrong(api, "/reports/movement?from=2027-06-01", "to");
        wrong(api, "/reports/movement?from=2027-06-02&to=2027-06-01", "to");
        tenant.apiWith("members:read").get("/reports/summary").expect(403);
    }

    private static void wrong(Api api, String path, String field) {
        assertThat(api.get(path)
                        .expect(400)
                        .json()
                        .path("errors")
                        .get(0)
                        .path("path")
                        .asText())
                .isEqualTo(field);
    }

    private static String member(Api api, String externalId) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                externalId,
                                "joinedAt",
                                "2026-01-02T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void order(Api api, String member, String reference, String at, long amount) {
        api.put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                at,
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount))))
                .expect(201);
    }
}
