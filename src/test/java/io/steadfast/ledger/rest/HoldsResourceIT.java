package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.time.Duration;
import java.util.ArrayList;
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
