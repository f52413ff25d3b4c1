package io.steadfast.accrual.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant with simple points and one member, as a till sees it. */
record Till(TestTenant tenant, Api api, String memberId) {

    static final String BOUGHT = "2026-03-14T10:00:00Z";

    static Till open() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-03-14T12:00:00Z"));
        Api api = tenant.api();
        api.post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-01-01T00:00:00Z"))
                .expect(201);
        JsonNode member = api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "anna",
                                "joinedAt",
                                "2026-01-01T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "till"))))
                .expect(201)
                .json();
        return new Till(tenant, api, member.path("id").asText());
    }

    /** An order of two pieces. */
    static String order(String member, long amount) {
        return """
                {"member": {"externalId": "%s"}, "occurredAt": "%s", "currency": "GBP", "status": "paid",
                 "lines": [{"lineId": "A", "sku": "SKU-A", "quantity": 2, "amount": %d}],
                 "tenders": [{"kind": "card", "amount": %d}]}
                """.formatted(member, BOUGHT, amount, amount);
    }

    static String activity(String reference) {
        return """
                {"type": "review", "source": "app", "reference": "%s", "member": {"externalId": "anna"},
                 "occurredAt": "%s", "attributes": {"stars": 5, "tags": ["a", "b"]}}
                """.formatted(reference, BOUGHT);
    }
}
