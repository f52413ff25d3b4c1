package io.steadfast.memberships.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A sandbox with P3 as {@code club} and a member in it, spoken to over the API; times are those of New York. */
record Prime(TestTenant tenant, Api api, String member) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Opened on 1 January 2026 at nine. */
    static Prime open() {
        return open("2026-01-01T09:00", document -> document);
    }

    /** With a plan that is another in what is changed of its program's document. */
    static Prime open(String now, UnaryOperator<String> change) {
        Instant present = local(now);
        TestTenant tenant = TestTenants.makeAt(present);
        publish(tenant.api(), change, present.minus(31, ChronoUnit.DAYS));
        String member = tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId",
                                "C-1",
                                "joinedAt",
                                present.minus(27, ChronoUnit.DAYS).toString(),
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        return new Prime(tenant, tenant.api(), member);
    }

    private static void publish(Api api, UnaryOperator<String> change, Instant from) {
        api.post("/programs", "{\"code\":\"club\",\"document\":" + document(change) + "}")
                .expect(201);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", from.toString()))
                .expect(201);
    }

    private static String document(UnaryOperator<String> change) {
        return change.apply(ProgramDocumentCodec.write(
                ProgramTemplates.find("P3", new ProgramCode("club")).orElseThrow()));
    }

    /** From a local time on the plan is another. */
    void change(String from, UnaryOperator<String> change) {
        Api.Answer draft = api.get("/programs/club/draft").expect(200);
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document(change))
                .expect(200);
        api.post(
                        "/programs/club/draft/publish",
                        Map.of("effectiveFrom", local(from).toString()))
                .expect(201);
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
