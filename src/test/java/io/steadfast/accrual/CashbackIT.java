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
        assertThat(hold(api, member, "h1", "first", 99, 19_99).expect(422).code())
                .isEqualTo("EARNED_BY_SAME_ORDER");
        api.post("/holds", Map.of("holdId", "h2", "memberId", member, "points", 99, "minutes", 30, "basket", 19_99))
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
        assertThat(paidWithCredit(api, member, "second", 19_99, 99, "h2")
                        .expect(201)
                        .json()
                        .path("problems"))
                .isEmpty();
    }

    @Test
    void credit_pays_from_the_least_basket_on_and_no_more_than_its_share() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = member(api);
        order(api, member, "first", 400_00).expect(201);
        assertThat(hold(api, member, "none", "later", 1, 9_99).expect(422).code())
                .isEqualTo("BASKET_TOO_SMALL");
        hold(api, member, "least", "equal", 1, 10_00).expect(201);
        hold(api, member, "more", "above", 1, 10_01).expect(201);
        assertThat(hold(api, member, "half", "second", 10_00, 19_99).expect(422).code())
                .isEqualTo("CREDIT_SHARE_EXCEEDED");
        hold(api, member, "a", "second", 9_98, 19_99).expect(201);
        assertThat(hold(api, member, "b", "second", 2, 19_99).expect(422).code())
                .as("two holds together are no more than one")
                .isEqualTo("CREDIT_SHARE_EXCEEDED");
        hold(api, member, "b", "second", 1, 19_99).expect(201);
        assertThat(api.post("/holds", Map.of("holdId", "c", "memberId", member, "points", 1, "minutes", 30))
                        .expect(422)
                        .code())
                .isEqualTo("BASKET_NEEDED");
        assertThat(api.post("/holds/a/commit", Map.of("points", 9_98, "basket", 19_97))
                        .expect(422)
                        .code())
                .as("the basket shrank at the till")
                .isEqualTo("CREDIT_SHARE_EXCEEDED");
        api.post("/holds/b/release", Map.of()).expect(200);
        api.post("/holds/a/commit", Map.of("points", 9_98, "basket", 19_97)).expect(200);
    }

    @Test
    void an_order_that_comes_to_less_than_its_checkout_said_is_taken_and_named() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = member(api);
        order(api, member, "first", 400_00).expect(201);
        pay(api, member, "share", "half", 10_00, 20_00);
        assertThat(paidWithCredit(api, member, "half", 19_99, 10_00, "share")
                        .expect(201)
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("CREDIT_SHARE_EXCEEDED");
        pay(api, member, "small", "tiny", 4_00, 10_00);
        assertThat(paidWithCredit(api, member, "tiny", 9_99, 4_00, "small")
                        .expect(201)
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("BASKET_TOO_SMALL");
    }

    @Test
    void what_credit_paid_earns_no_cashback_and_comes_back_with_a_return() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = member(api);
        order(api, member, "first", 400_00).expect(201);
        pay(api, member, "h", "second", 10_00, 20_00);
        JsonNode receipt = paidWithCredit(api, member, "second", 20_00, 10_00, "h")
                .expect(201)
                .json();
        assertThat(receipt.at("/programs/0/granted/0/points").asLong()).isEqualTo(50);
        assertThat(spendable(api, member)).isEqualTo(20_00 - 10_00 + 50);
        api.withIdempotencyKey("back")
                .post(
                        "/orders/shop/second/returns",
                        Map.of(
                                "returnId",
                                "r",
                                "at",
                                NOW.toString(),
                                "lines",
                                List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200);
        assertThat(spendable(api, member)).isEqualTo(20_00);
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

    private static void pay(Api api, String member, String id, String reference, long credit, long basket) {
        hold(api, member, id, reference, credit, basket).expect(201);
        api.post("/holds/" + id + "/commit", Map.of("points", credit)).expect(200);
    }

    private static Api.Answer paidWithCredit(
            Api api, String member, String reference, long amount, long credit, String hold) {
        return api.put(
                "/orders/shop/" + reference,
                Map.of(
                        "member", Map.of("id", member),
                        "occurredAt", NOW.toString(),
                        "currency", "USD",
                        "status", "paid",
                        "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount)),
                        "tenders",
                                List.of(
                                        Map.of("kind", "credit", "amount", credit, "hold", hold),
                                        Map.of("kind", "card", "amount", amount - credit))));
    }

    private static long spendable(Api api, String member) {
        return api.get("/members/" + member + "/balance")
                .expect(200)
                .json()
                .at("/wallets/0/spendable")
                .asLong();
    }

    private static Api.Answer hold(Api api, String member, String id, String reference, long points, long basket) {
        return api.post(
                "/holds",
                Map.of(
                        "holdId",
                        id,
                        "memberId",
                        member,
                        "points",
                        points,
                        "minutes",
                        30,
                        "order",
                        order(reference),
                        "basket",
                        basket));
    }

    private static Map<String, String> order(String reference) {
        return Map.of("source", "shop", "reference", reference);
    }
}
