package io.steadfast.charities.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant that gives to charity and one member, as a till sees it. */
record GivingTill(TestTenant tenant, Api api, String member) {

    static final String BOUGHT = "2026-03-10T12:00:00Z";

    /** @param template as in {@code P4}; its charities come along */
    static GivingTill open(String template) {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-03-10T13:00:00Z"));
        Api api = tenant.api();
        api.post("/programs", Map.of("code", "giving", "template", template)).expect(201);
        api.post("/programs/giving/draft/publish", Map.of("effectiveFrom", "2026-01-01T05:00:00Z"))
                .expect(201);
        return new GivingTill(tenant, api, member(api, "mia"));
    }

    static String member(Api api, String externalId) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                externalId,
                                "joinedAt",
                                "2026-01-01T05:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "giving", "channel", "till"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    JsonNode buys(String reference, String charity) {
        return api.put("/orders/shop/" + reference, order(charity, 40_00))
                .expect(201)
                .json();
    }

    Map<String, Object> order(String charity, long amount) {
        return Map.of(
                "member",
                Map.of("id", member),
                "occurredAt",
                BOUGHT,
                "currency",
                "USD",
                "status",
                "paid",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount)),
                "donation",
                Map.of("charity", charity, "funded", "brand"));
    }
}
