package io.steadfast.memberships.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sandbox with P3 as {@code club} and a member in it, spoken to over the API; times are those of New York. */
record Prime(TestTenant tenant, Api api, String member) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Opened on 1 January 2026 at nine. */
    static Prime open() {
        TestTenant tenant =
                TestPrograms.sandboxWith(local("2026-01-01T09:00"), "P3", Instant.parse("2025-12-01T05:00:00Z"));
        String member = tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId", "C-1",
                                "joinedAt", "2025-12-05T00:00:00Z",
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return new Prime(tenant, tenant.api(), member);
    }

    static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(NEW_YORK).toInstant();
    }

    void at(String local) {
        tenant.moveClock(local(local));
    }

    Api.Answer start(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("memberId", member, "program", "club", "plan", "PRIME"));
        body.putAll(more);
        return api.post("/memberships", body);
    }

    String started() {
        return start(Map.of()).expect(201).json().path("id").asText();
    }

    Api.Answer report(String id, String outcome, String reference, String local) {
        return api.post("/memberships/" + id + "/payments", outcome(outcome, reference, local, 1499));
    }

    static Map<String, Object> outcome(String outcome, String reference, String local, long amount) {
        return Map.of(
                "outcome",
                outcome,
                "reference",
                reference,
                "at",
                local(local).toString(),
                "amount",
                Map.of("amount", amount, "currency", "USD"));
    }

    JsonNode get(String id) {
        return api.get("/memberships/" + id).expect(200).json();
    }
}
