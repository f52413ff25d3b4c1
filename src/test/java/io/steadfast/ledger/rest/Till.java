package io.steadfast.ledger.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant with one program of never-expiring points, and a member who has some. */
final class Till {

    static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    final TestTenant tenant;
    final Api api;
    final String member;

    private Till(TestTenant tenant, String member) {
        this.tenant = tenant;
        this.api = tenant.api();
        this.member = member;
    }

    /** A member who was given points as goodwill. */
    static Till withPoints(long points) {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        String member = tenant.api()
                .post("/members", Map.of("name", "Ada", "enrol", List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Till till = new Till(tenant, member);
        if (points > 0) {
            till.adjust("goodwill", points).expect(200);
        }
        return till;
    }

    Api.Answer adjust(String kind, long points) {
        return api.post(
                "/adjustments",
                Map.of(
                        "memberId",
                        member,
                        "points",
                        points,
                        "kind",
                        kind,
                        "reason",
                        "LATE_PARCEL",
                        "note",
                        "Called us."));
    }

    Api.Answer hold(String id, long points, int minutes) {
        return api.post("/holds", Map.of("holdId", id, "memberId", member, "points", points, "minutes", minutes));
    }

    JsonNode balance() {
        return api.get("/members/" + member + "/balance")
                .expect(200)
                .json()
                .path("wallets")
                .get(0);
    }

    long spendable() {
        return balance().path("spendable").asLong();
    }
}
