package io.steadfast.vouchers.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VouchersResourceIT extends ClientTest {

    private static Map<String, Object> order(String reference) {
        return Map.of("order", Map.of("source", "shop", "reference", reference));
    }

    private static String issued(RewardTill till, String reward, long points) {
        return till.give(till.member, points)
                .redeem(reward)
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    @Test
    void a_gift_card_is_used_in_parts_and_a_use_is_undone() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "gift-card-50", 2500);
        JsonNode fresh = till.api.get("/vouchers/" + code).expect(200).json();
        assertThat(fresh.path("state").asText()).isEqualTo("active");
        assertThat(fresh.path("name").asText()).isEqualTo("USD 50 gift card");
        assertThat(fresh.at("/remaining/amount").asLong()).isEqualTo(5000);
        JsonNode part = till.use(code.toLowerCase(java.util.Locale.ROOT), "1", 1999)
                .expect(200)
                .json();
        assertThat(part.path("state").asText()).isEqualTo("partly_used");
        assertThat(part.at("/remaining/amount").asLong()).isEqualTo(3001);
        assertThat(part.at("/used/amount").asLong()).isEqualTo(1999);
        assertThat(till.use(code, "2", 3002).expect(422).code()).isEqualTo("VOUCHER_EXCEEDED");
        JsonNode all = till.api
                .post("/vouchers/" + code + "/use", order("2"))
                .expect(200)
                .json();
        assertThat(all.path("state").asText()).isEqualTo("used");
        assertThat(till.use(code, "3", 1).expect(422).code()).isEqualTo("VOUCHER_USED");
        JsonNode undone = till.api
                .post("/vouchers/" + code + "/unuse", order("2"))
                .expect(200)
                .json();
        assertThat(undone.at("/remaining/amount").asLong()).isEqualTo(3001);
        assertThat(till.api
                        .post("/vouchers/" + code + "/unuse", order("2"))
                        .expect(422)
                        .code())
                .isEqualTo("VOUCHER_NOT_USED");
    }

    @Test
    void a_blocked_voucher_cant_be_used() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        assertThat(till.api
                        .post("/vouchers/" + code + "/block", Map.of("reason", "LOST"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("blocked");
        assertThat(till.use(code, "1", 100).expect(422).code()).isEqualTo("VOUCHER_BLOCKED");
        till.api
                .post("/vouchers/" + code + "/block", Map.of("reason", "in words"))
                .expect(400);
    }

    @Test
    void a_voucher_is_usable_through_its_last_day_and_expires_by_the_job_too() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        assertThat(till.api
                        .get("/vouchers/" + code)
                        .expect(200)
                        .json()
                        .path("expiresAt")
                        .asText())
                .isEqualTo("2027-03-16T07:00:00Z");
        till.tenant.moveClock(Instant.parse("2027-03-16T06:59:00Z"));
        till.use(code, "1", 400).expect(200);
        till.tenant.moveClock(Instant.parse("2027-03-16T07:00:00Z"));
        assertThat(till.use(code, "2", 100).expect(422).code()).isEqualTo("VOUCHER_EXPIRED");
        JsonNode undone = till.api
                .post("/vouchers/" + code + "/unuse", order("1"))
                .expect(200)
                .json();
        assertThat(undone.path("state").asText()).isEqualTo("expired");
        assertThat(undone.at("/remaining/amount").asLong()).isEqualTo(1000);
    }

    @Test
    void fifty_uses_at_once_of_a_voucher_use_no_more_than_it_is_worth() throws Exception {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        List<Api.Answer> answers = RewardTill.rush(50, number -> till.use(code, "o-" + number, 300));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 422);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(till.api
                        .get("/vouchers/" + code)
                        .expect(200)
                        .json()
                        .at("/remaining/amount")
                        .asLong())
                .isEqualTo(100);
    }

    @Test
    void whoever_tries_codes_has_to_wait() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        int misses = 0;
        Api.Answer answer = till.api.get("/vouchers/2222-2222-2222-2222");
        while (answer.status() == 404 && misses < 40) {
            assertThat(answer.code()).isEqualTo("VOUCHER_UNKNOWN");
            misses++;
            answer = till.api.get("/vouchers/2222-2222-2222-" + (2222 + misses));
        }
        assertThat(misses).isBetween(20, 30);
        answer.expect(429);
        assertThat(answer.code()).isEqualTo("TOO_MANY_CODES_TRIED");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(till.api.get("/vouchers/" + code).status()).isEqualTo(429);
    }

    @Test
    void another_tenants_voucher_is_one_that_never_existed() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        Api other = TestTenants.make().api();
        assertThat(other.get("/vouchers/" + code).expect(404).body().replace(code, "x"))
                .contains("VOUCHER_UNKNOWN");
        other.post("/vouchers/" + code + "/use", order("1")).expect(404);
    }

    @Test
    void a_voucher_tender_must_name_a_use_at_that_order() {
        RewardTill till = RewardTill.open();
        String code = issued(till, "voucher-10", 500);
        assertThat(paidWith(till, "77", code, 600).at("/problems/0/code").asText())
                .isEqualTo("TENDER_UNMATCHED");
        till.use(code, "78", 600).expect(200);
        assertThat(paidWith(till, "78", code, 600).path("problems")).isEmpty();
        assertThat(paidWith(till, "79", code, 600).at("/problems/0/about").asText())
                .isEqualTo(code);
    }

    @Test
    void a_percentage_asks_what_the_purchase_comes_to_and_is_one_use() {
        RewardTill till = RewardTill.open(
                "P2",
                "\"kind\":\"amount_voucher\",\"amount\":1000",
                "\"kind\":\"percent_voucher\",\"percent\":15,\"most\":1500,\"basket\":2000");
        String code = bought(till);
        JsonNode shown = till.api.get("/vouchers/" + code).expect(200).json();
        assertThat(shown.path("percent").asInt()).isEqualTo(15);
        assertThat(shown.path("usesLeft").asInt()).isEqualTo(1);
        assertThat(use(till, code, Map.of()).expect(422).code()).isEqualTo("VOUCHER_BASKET_NEEDED");
        Api.Answer small = use(till, code, Map.of("basket", 1999)).expect(422);
        assertThat(small.code()).isEqualTo("VOUCHER_BASKET_TOO_SMALL");
        assertThat(small.json().path("detail").asText()).contains("USD 20.00");
        assertThat(use(till, code, Map.of("basket", 2000, "amount", 301))
                        .expect(422)
                        .code())
                .isEqualTo("VOUCHER_TAKES_LESS");
        assertThat(use(till, code, Map.of("basket", -1)).expect(400).code()).isNotEmpty();
        JsonNode used = use(till, code, Map.of("basket", 2000)).expect(200).json();
        assertThat(used.path("state").asText()).isEqualTo("used");
        assertThat(use(till, code, Map.of()).expect(422).code()).isEqualTo("VOUCHER_USED");
        // What it came to was worked out, so that an order may name it as a tender of no more.
        JsonNode order = till.api
                .put(
                        "/orders/shop/p",
                        Map.of(
                                "member", Map.of("id", till.member),
                                "occurredAt", RewardTill.NOW.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 2000)),
                                "tenders",
                                        List.of(
                                                Map.of("kind", "other", "amount", 300, "voucher", code),
                                                Map.of("kind", "card", "amount", 1700))))
                .expect(201)
                .json();
        assertThat(order.path("problems")).isEmpty();
    }

    @Test
    void a_free_delivery_is_one_use_that_can_be_undone_and_asks_for_its_basket() {
        RewardTill till = RewardTill.open(
                "P2", "\"kind\":\"amount_voucher\",\"amount\":1000", "\"kind\":\"free_shipping\",\"basket\":2000");
        String code = bought(till);
        assertThat(use(till, code, Map.of("basket", 1999, "amount", 495))
                        .expect(422)
                        .code())
                .isEqualTo("VOUCHER_BASKET_TOO_SMALL");
        assertThat(use(till, code, Map.of("basket", 2000, "amount", 495))
                        .expect(200)
                        .json()
                        .path("usesLeft")
                        .asInt())
                .isZero();
        till.api.post("/vouchers/" + code + "/unuse", order("p")).expect(200);
        assertThat(use(till, code, Map.of("basket", 2500))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("used");
    }

    private static String bought(RewardTill till) {
        return till.give(till.member, 500)
                .redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    private static Api.Answer use(RewardTill till, String code, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(order("p"));
        body.putAll(more);
        return till.api.post("/vouchers/" + code + "/use", body);
    }

    private static JsonNode paidWith(RewardTill till, String reference, String code, long amount) {
        return till.api
                .put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", till.member),
                                "occurredAt",
                                "2026-03-15T18:00:00Z",
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 2000)),
                                "tenders",
                                List.of(
                                        Map.of("kind", "other", "amount", amount, "voucher", code),
                                        Map.of("kind", "card", "amount", 2000 - amount))))
                .expect(201)
                .json();
    }
}
