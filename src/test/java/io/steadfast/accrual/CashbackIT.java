package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cashback (P11): the acceptance figures of the program. */
class CashbackIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void five_percent_of_19_99_is_99_cents_for_a_later_order_only() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = member(api);
        JsonNode receipt = order(api, member, "first", 19_99).expect(201).json();
        assertThat(receipt.at("/programs/0/granted/0/points").asLong()).isEqualTo(99);
        assertThat(hold(api, member, "h1", "first").expect(422).code()).isEqualTo("EARNED_BY_SAME_ORDER");
        api.post("/holds", Map.of("holdId", "h2", "memberId", member, "points", 99, "minutes", 30))
                .expect(201);
        assertThat(api.post("/holds/h2/commit", Map.of("points", 99, "order", order("first")))
                        .expect(422)
                        .code())
                .isEqualTo("EARNED_BY_SAME_ORDER");
        api.post("/holds/h2/commit", Map.of("points", 99, "order", order("second")))
                .expect(200);
        JsonNode balance =
                api.get("/members/" + member + "/balance").expect(200).json().at("/wallets/0");
        assertThat(balance.path("spendable").asLong()).isZero();
        assertThat(balance.path("decimals").asInt()).isEqualTo(2);
    }

    @Test
    void a_basket_below_the_minimum_gives_nothing_and_credit_lapses_after_six_months() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = member(api);
        assertThat(order(api, member, "small", 9_99).expect(201).json().at("/programs/0/granted"))
                .isEmpty();
        assertThat(order(api, member, "equal", 10_00)
                        .expect(201)
                        .json()
                        .at("/programs/0/granted/0/points")
                        .asLong())
                .isEqualTo(50);
        tenant.moveClock(NOW.plus(Duration.ofDays(190)));
        assertThat(api.get("/members/" + member + "/balance")
                        .expect(200)
                        .json()
                        .at("/wallets/0/spendable")
                        .asLong())
                .isZero();
    }

    private static String member(Api api) {
        return api.post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Api.Answer order(Api api, String member, String reference, long amount) {
        return api.put(
                "/orders/shop/" + reference,
                Map.of(
                        "member", Map.of("id", member),
                        "occurredAt", NOW.toString(),
                        "currency", "USD",
                        "status", "paid",
                        "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount))));
    }

    private static Api.Answer hold(Api api, String member, String id, String reference) {
        return api.post(
                "/holds",
                Map.of("holdId", id, "memberId", member, "points", 99, "minutes", 30, "order", order(reference)));
    }

    private static Map<String, String> order(String reference) {
        return Map.of("source", "shop", "reference", reference);
    }
}
