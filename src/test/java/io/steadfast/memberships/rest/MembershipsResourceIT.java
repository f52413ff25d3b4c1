package io.steadfast.memberships.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembershipsResourceIT extends ClientTest {

    @Test
    void a_trial_a_payment_a_grace_and_a_suspension_are_seen_as_the_clock_moves() {
        Prime prime = Prime.open();
        JsonNode begun = prime.start(Map.of()).expect(201).json();
        String id = begun.path("id").asText();
        assertThat(begun.path("state").asText()).isEqualTo("trial");
        assertThat(begun.path("coveredUntil").asText()).isEqualTo("2026-01-31T05:00:00Z");
        assertThat(begun.at("/nextPayment/amount/amount").asLong()).isEqualTo(1499);
        assertThat(begun.at("/plan/name").asText()).isEqualTo("Prime");
        prime.at("2026-01-31T00:00");
        assertThat(prime.get(id).path("state").asText()).isEqualTo("past_due");
        JsonNode paid = prime.report(id, "paid", "inv-1", "2026-01-31T00:00")
                .expect(200)
                .json();
        assertThat(paid.path("state").asText()).isEqualTo("active");
        assertThat(paid.path("coveredUntil").asText()).isEqualTo("2026-02-28T05:00:00Z");
        prime.at("2026-03-06T23:59:59");
        assertThat(prime.get(id).path("state").asText()).isEqualTo("past_due");
        assertThat(prime.get(id).path("benefits").asText()).isEqualTo("on");
        prime.at("2026-03-07T00:00");
        assertThat(prime.get(id).path("state").asText()).isEqualTo("suspended");
        assertThat(prime.get(id).path("benefits").asText()).isEqualTo("off");
        assertThat(prime.get(id).path("history")).hasSize(4);
        prime.report(id, "paid", "inv-2", "2026-03-06T12:00").expect(200);
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2026-03-31T04:00:00Z");
    }

    @Test
    void an_outcome_told_twice_counts_once_whatever_its_key() {
        Prime prime = Prime.open();
        String id = prime.started();
        prime.at("2026-02-01T00:00");
        String first = prime.report(id, "paid", "inv-1", "2026-01-31T00:00")
                .expect(200)
                .body();
        assertThat(prime.report(id, "paid", "inv-1", "2026-01-31T00:00")
                        .expect(200)
                        .body())
                .isEqualTo(first);
        prime.report(id, "failed", "inv-2", "2026-01-30T00:00").expect(200);
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2026-02-28T05:00:00Z");
        assertThat(prime.api()
                        .post(
                                "/memberships/" + id + "/payments",
                                Prime.outcome("paid", "inv-1", "2026-01-31T00:00", 1500))
                        .expect(409)
                        .code())
                .isEqualTo("REFERENCE_REUSED");
    }

    @Test
    void leaving_to_the_periods_end_keeps_the_benefits_and_leaving_at_once_says_what_comes_back() {
        Prime prime = Prime.open();
        String id = prime.started();
        prime.at("2026-02-01T00:00");
        prime.report(id, "paid", "inv-1", "2026-01-31T00:00").expect(200);
        prime.at("2026-02-13T18:00");
        JsonNode cancelled = prime.api()
                .post("/memberships/" + id + "/cancel", Map.of("when", "period_end"))
                .expect(200)
                .json();
        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("benefits").asText()).isEqualTo("on");
        assertThat(cancelled.path("benefitsUntil").asText()).isEqualTo("2026-02-28T05:00:00Z");
        assertThat(cancelled.has("nextPayment")).isFalse();
        JsonNode ended = prime.api()
                .post("/memberships/" + id + "/cancel", Map.of("when", "now"))
                .expect(200)
                .json();
        assertThat(ended.path("state").asText()).isEqualTo("ended");
        assertThat(ended.at("/cancelled/refund/amount").asLong()).isEqualTo(749);
        assertThat(prime.api()
                        .post("/memberships/" + id + "/cancel", Map.of("when", "now"))
                        .expect(409)
                        .code())
                .isEqualTo("MEMBERSHIP_OVER");
        assertThat(prime.start(Map.of()).expect(422).code()).isEqualTo("TRIAL_ALREADY_USED");
        prime.start(Map.of("trial", "none")).expect(201);
    }

    @Test
    void what_cant_begin_is_refused_by_name_in_both_languages() {
        Prime prime = Prime.open();
        assertThat(prime.start(Map.of("plan", "GOLD")).expect(422).code()).isEqualTo("PLAN_UNKNOWN");
        assertThat(prime.start(Map.of("program", "other")).expect(422).code()).isEqualTo("NOT_ENROLLED_IN_PROGRAM");
        assertThat(prime.start(Map.of("interval", "year")).expect(422).code()).isEqualTo("INTERVAL_NOT_OFFERED");
        assertThat(prime.start(Map.of("startAt", "2026-01-02T00:00:00Z"))
                        .expect(400)
                        .body())
                .contains("IN_THE_FUTURE", "startAt");
        assertThat(prime.start(Map.of("memberId", "0193f3a0-0000-7000-8000-000000000000"))
                        .expect(422)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
        prime.started();
        Api chinese = prime.api().withHeader("Accept-Language", "zh-CN");
        Map<String, Object> body =
                new HashMap<>(Map.of("memberId", prime.member(), "program", "club", "plan", "PRIME"));
        Api.Answer again = chinese.post("/memberships", body).expect(409);
        assertThat(again.code()).isEqualTo("MEMBERSHIP_STANDS");
        assertThat(again.json().path("detail").asText()).isEqualTo("该会员已开通方案 PRIME。");
    }

    @Test
    void a_key_without_the_scope_or_of_another_tenant_sees_nothing() {
        Prime prime = Prime.open();
        String id = prime.started();
        prime.tenant().apiWith("members:read").post("/memberships", Map.of()).expect(403);
        prime.api()
                .withoutIdempotencyKey()
                .post("/memberships/" + id + "/cancel", Map.of("when", "now"))
                .expect(400);
        Api other = TestPrograms.live().api();
        assertThat(other.get("/memberships/" + id).expect(404).code()).isEqualTo("MEMBERSHIP_UNKNOWN");
        assertThat(other.post("/memberships/" + id + "/cancel", Map.of("when", "now"))
                        .expect(404)
                        .code())
                .isEqualTo("MEMBERSHIP_UNKNOWN");
        assertThat(prime.get(id).path("state").asText()).isEqualTo("trial");
    }

    @Test
    void the_list_filters_by_state_and_pages() {
        Prime prime = Prime.open();
        String ended = prime.started();
        prime.api()
                .post("/memberships/" + ended + "/cancel", Map.of("when", "now"))
                .expect(200);
        String standing = prime.start(Map.of("trial", "none"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode all = prime.api().get("/memberships?program=club").expect(200).json();
        assertThat(all.path("items")).hasSize(2);
        assertThat(all.at("/items/0/id").asText()).isEqualTo(standing);
        JsonNode page = prime.api().get("/memberships?limit=1").expect(200).json();
        JsonNode next = prime.api()
                .get("/memberships?limit=1&cursor=" + page.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(next.at("/items/0/id").asText()).isEqualTo(ended);
        assertThat(next.path("nextCursor").isNull()).isTrue();
        assertThat(prime.api()
                        .get("/memberships?state=ended")
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(ended);
        prime.api().get("/memberships?state=happy").expect(400);
    }

    @Test
    void a_notice_of_a_price_that_didnt_change_is_refused() {
        Prime prime = Prime.open();
        String id = prime.started();
        Map<String, Object> told = Map.of("at", Prime.local("2026-01-01T09:00").toString());
        assertThat(prime.api()
                        .post("/memberships/" + id + "/price-notices", told)
                        .expect(409)
                        .code())
                .isEqualTo("PRICE_UNCHANGED");
    }
}
