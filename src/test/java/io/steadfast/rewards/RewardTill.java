package io.steadfast.rewards;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A till of a tenant with Beauty Insider, over the API, with a member. */
public final class RewardTill {

    public static final Instant NOW = Instant.parse("2026-03-15T19:00:00Z");

    /** The rewards of P11 in place of none: five dollars off for five dollars of credit. */
    public static final String COUPON_FOR_CREDIT =
            "\"rewards\":[{\"code\":\"coupon\",\"name\":{\"en\":\"Coupon\",\"zh-CN\":\"礼券\"},"
                    + "\"description\":{\"en\":\"Five dollars off.\",\"zh-CN\":\"立减五美元。\"},"
                    + "\"gives\":{\"kind\":\"amount_voucher\",\"amount\":500},"
                    + "\"price\":{\"wallet\":\"credit\",\"points\":500,\"byTier\":[]},\"redeemed\":\"on_request\",\"visible\":{},"
                    + "\"validFor\":{\"amount\":12,\"unit\":\"months\"}}]";

    public final TestTenant tenant;
    public final Api api;
    public final String member;

    private RewardTill(TestTenant tenant) {
        this.tenant = tenant;
        this.api = tenant.api();
        this.member = member("C-1");
    }

    /** A sandbox with P2 as {@code club} since the new year, and a member in it. */
    public static RewardTill open() {
        return new RewardTill(TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T08:00:00Z")));
    }

    /** The same with a template's document changed, each pair what stands there and what shall. */
    public static RewardTill open(String template, String... replacements) {
        TestTenant tenant = TestTenants.makeAt(NOW);
        tenant.api()
                .post("/programs", Map.of("code", "club", "template", template))
                .expect(201);
        Api.Answer draft = tenant.api().get("/programs/club/draft").expect(200);
        String text = draft.body();
        for (int at = 0; at < replacements.length; at += 2) {
            if (!text.contains(replacements[at])) {
                throw new IllegalArgumentException("No " + replacements[at] + " in " + text);
            }
            text = text.replace(replacements[at], replacements[at + 1]);
        }
        tenant.api()
                .withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", text)
                .expect(200);
        tenant.api()
                .post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-01-01T08:00:00Z"))
                .expect(201);
        return new RewardTill(tenant);
    }

    public String member(String externalId) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                externalId,
                                "joinedAt",
                                "2026-01-02T08:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    public RewardTill give(String whose, long points) {
        api.post(
                        "/adjustments",
                        Map.of("memberId", whose, "points", points, "kind", "goodwill", "reason", "TEST", "note", "n"))
                .expect(200);
        return this;
    }

    /** A paid order of so many cents; Beauty Insider gives a point for each dollar. */
    public JsonNode order(String reference, String at, long amount) {
        return api.put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                at,
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount))))
                .expect(201)
                .json();
    }

    public Api.Answer redeem(String reward) {
        return redeem(member, reward, Map.of());
    }

    public Api.Answer redeem(String whose, String reward, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("memberId", whose);
        body.put("reward", reward);
        body.putAll(more);
        return api.post("/redemptions", body);
    }

    public Api.Answer stock(String reward, long change) {
        return api.post("/rewards/" + reward + "/stock", Map.of("change", change));
    }

    public Api.Answer use(String code, String reference, Object amount) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("order", Map.of("source", "shop", "reference", reference));
        body.put("amount", amount);
        return api.post("/vouchers/" + code + "/use", body);
    }

    /** The reward as the catalogue shows it to the member. */
    public JsonNode offer(String reward) {
        for (JsonNode item :
                api.get("/rewards?memberId=" + member).expect(200).json().path("items")) {
            if (item.path("code").asText().equals(reward)) {
                return item;
            }
        }
        throw new AssertionError("No reward " + reward);
    }

    public long spendable(String whose) {
        JsonNode wallets =
                api.get("/members/" + whose + "/balance").expect(200).json().path("wallets");
        return wallets.isEmpty() ? 0 : wallets.get(0).path("spendable").asLong();
    }

    /** All at once, each from a till of its own. */
    public static List<Api.Answer> rush(int times, IntFunction<Api.Answer> call) throws Exception {
        ExecutorService tills = Executors.newFixedThreadPool(times);
        List<Future<Api.Answer>> running = new ArrayList<>();
        for (int at = 0; at < times; at++) {
            int number = at;
            running.add(tills.submit(() -> call.apply(number)));
        }
        List<Api.Answer> answers = new ArrayList<>();
        for (Future<Api.Answer> one : running) {
            answers.add(one.get());
        }
        tills.shutdown();
        return answers;
    }
}
