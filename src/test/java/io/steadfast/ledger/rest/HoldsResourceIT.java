package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HoldsResourceIT extends ClientTest {

    @Test
    void a_partial_commit_uses_some_and_gives_the_rest_back() {
        Till till = Till.withPoints(100);
        JsonNode held = till.hold("basket-1", 60, 30).expect(201).json();
        assertThat(held.path("state").asText()).isEqualTo("held");
        assertThat(till.spendable()).isEqualTo(40);
        assertThat(till.balance().path("held").asLong()).isEqualTo(60);
        JsonNode committed = till.api
                .post(
                        "/holds/basket-1/commit",
                        Map.of("points", 45, "order", Map.of("source", "shop", "reference", "4711")))
                .expect(200)
                .json();
        assertThat(committed.path("committed").asLong()).isEqualTo(45);
        assertThat(till.spendable()).isEqualTo(55);
        assertThat(till.api.post("/holds/basket-1/release", "").expect(409).code())
                .isEqualTo("HOLD_OVER");
        till.api.post("/holds/basket-1/commit", Map.of("points", 45)).expect(200);
        assertThat(till.spendable()).isEqualTo(55);
    }

    @Test
    void a_release_gives_all_back_and_the_same_wish_again_is_the_same_hold() {
        Till till = Till.withPoints(100);
        till.hold("basket-2", 60, 30).expect(201);
        till.hold("basket-2", 60, 30).expect(201);
        assertThat(till.spendable()).isEqualTo(40);
        assertThat(till.hold("basket-2", 61, 30).expect(409).code()).isEqualTo("HOLD_ID_REUSED");
        till.api.post("/holds/basket-2/release", "").expect(200);
        assertThat(till.spendable()).isEqualTo(100);
    }

    @Test
    void a_hold_that_times_out_gives_its_points_back_by_the_clock() {
        Till till = Till.withPoints(100);
        till.hold("basket-3", 60, 30).expect(201);
        till.tenant.moveClock(Till.NOW.plus(Duration.ofMinutes(31)));
        assertThat(till.spendable()).isEqualTo(100);
        assertThat(till.api
                        .post("/holds/basket-3/commit", Map.of("points", 1))
                        .expect(409)
                        .code())
                .isEqualTo("HOLD_OVER");
    }

    @Test
    void a_hold_pays_one_order() {
        Till till = Till.withPoints(100);
        till.hold("basket-7", 50, 30).expect(201);
        Map<String, Object> first = Map.of("points", 50, "order", Map.of("source", "shop", "reference", "A"));
        till.api.post("/holds/basket-7/commit", first).expect(200);
        till.api.post("/holds/basket-7/commit", first).expect(200);
        till.api.post("/holds/basket-7/commit", Map.of("points", 50)).expect(200);
        Map<String, Object> other = Map.of("points", 50, "order", Map.of("source", "shop", "reference", "B"));
        assertThat(till.api.post("/holds/basket-7/commit", other).expect(409).code())
                .isEqualTo("HOLD_OVER");
        assertThat(till.spendable()).isEqualTo(50);
    }

    @Test
    void a_hold_whose_time_has_passed_is_answered_as_timed_out() {
        Till till = Till.withPoints(100);
        till.hold("basket-8", 60, 30).expect(201);
        till.tenant.moveClock(Till.NOW.plus(Duration.ofMinutes(31)));
        assertThat(till.hold("basket-8", 60, 30)
                        .expect(201)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("timed_out");
    }

    @Test
    void no_more_is_held_at_once_than_the_terms_say() {
        RewardTill till = RewardTill.open("P1", "\"maxMinutes\":60", "\"maxMinutes\":60,\"maxPoints\":50");
        till.give(till.member, 100);
        assertThat(hold(till, "big", Map.of("points", 51)).expect(422).code()).isEqualTo("HOLD_TOO_LARGE");
        hold(till, "first", Map.of("points", 30)).expect(201);
        assertThat(hold(till, "second", Map.of("points", 21)).expect(422).code())
                .isEqualTo("HOLD_TOO_LARGE");
        hold(till, "second", Map.of("points", 20)).expect(201);
        hold(till, "first", Map.of("points", 30)).expect(201);
        till.tenant.moveClock(RewardTill.NOW.plus(Duration.ofMinutes(31)));
        hold(till, "third", Map.of("points", 50)).expect(201);
    }

    @Test
    void status_points_pay_nothing() {
        RewardTill till = RewardTill.open(
                "P1",
                "\"wallets\":[",
                "\"wallets\":[{\"code\":\"status\",\"name\":{\"en\":\"Status points\",\"zh-CN\":\"等级积分\"},"
                        + "\"unit\":\"points\",\"purpose\":\"status\",\"decimals\":0,"
                        + "\"expiry\":[{\"kind\":\"never\"}],\"consumption\":\"earliest_expiry\","
                        + "\"returned\":{\"kind\":\"keep_original\"},\"deficit\":\"debt\","
                        + "\"holds\":{\"maxMinutes\":60}},");
        till.api
                .post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                till.member,
                                "wallet",
                                "status",
                                "points",
                                100,
                                "kind",
                                "goodwill",
                                "reason",
                                "TEST",
                                "note",
                                "n"))
                .expect(200);
        assertThat(hold(till, "h-1", Map.of("points", 10, "wallet", "status"))
                        .expect(422)
                        .code())
                .isEqualTo("WALLET_NOT_SPENDABLE");
    }

    private static Api.Answer hold(RewardTill till, String id, Map<String, Object> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.put("holdId", id);
        body.put("memberId", till.member);
        body.put("minutes", 30);
        return till.api.post("/holds", body);
    }

    @Test
    void a_blocked_members_points_stay_and_cant_be_used() {
        Till till = Till.withPoints(100);
        till.api
                .post("/members/" + till.member + "/block", Map.of("reason", "FRAUD_CHECK"))
                .expect(200);
        assertThat(till.hold("basket-1", 10, 30).expect(422).code()).isEqualTo("MEMBER_BLOCKED");
        till.api
                .post("/members/" + till.member + "/unblock", Map.of("reason", "CLEARED"))
                .expect(200);
        till.hold("basket-2", 10, 30).expect(201);
        assertThat(till.spendable()).isEqualTo(90);
    }

    @Test
    void what_cant_be_held_is_refused_by_name() {
        Till till = Till.withPoints(10);
        assertThat(till.hold("basket-4", 11, 30).expect(422).code()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(till.hold("basket-4", 5, 61).expect(422).code()).isEqualTo("HOLD_TOO_LONG");
        till.hold("basket-4", 0, 30).expect(400);
        till.api.post("/holds/nowhere/commit", Map.of("points", 1)).expect(404);
        till.hold("basket-5", 5, 30).expect(201);
        assertThat(till.api
                        .post("/holds/basket-5/commit", Map.of("points", 6))
                        .expect(422)
                        .code())
                .isEqualTo("HOLD_EXCEEDED");
    }

    @Test
    void another_tenants_hold_is_unknown() {
        Till till = Till.withPoints(10);
        till.hold("basket-6", 5, 30).expect(201);
        TestTenants.make().api().post("/holds/basket-6/release", "").expect(404);
    }

    @Test
    void of_fifty_holds_at_once_of_a_balance_for_one_one_succeeds_and_none_fails_badly() throws Exception {
        Till till = Till.withPoints(100);
        ExecutorService tills = Executors.newFixedThreadPool(10);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String id = "rush-" + i;
            answers.add(tills.submit(() -> till.hold(id, 100, 10)));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Api.Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        tills.shutdown();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(49);
        assertThat(till.spendable()).isZero();
    }
}
