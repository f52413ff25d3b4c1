package io.steadfast.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** A tenant that has one of everything that has an id or a code, none of which another tenant knows. */
final class TheirWorld {

    /** With which something of theirs was written. */
    static final String IDEMPOTENCY_KEY = "their-own-key";

    /** Templates call them so in programs of others, too. */
    private static final Set<String> OF_MINE = Set.of("points", "beauty-points");

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-15T19:00:00Z");
    private static final Instant WHEN_GIFTS_ARE_CONFIRMED = Instant.parse("2026-04-20T12:00:00Z");

    final TestTenant tenant = TestTenants.makeAt(NOW);

    /** By the name of a parameter or a field: what of theirs could stand there. */
    final Map<String, List<String>> named = new LinkedHashMap<>();

    private final Api api = tenant.api();
    private String wallet = "";

    static TheirWorld furnished() {
        TheirWorld world = new TheirWorld();
        world.furnish();
        return world;
    }

    /** Everything of theirs. */
    List<String> all() {
        return named.values().stream().flatMap(List::stream).distinct().toList();
    }

    private void furnish() {
        TestPrograms.publish(tenant, "their-beauty", "P2", START);
        TestPrograms.publish(tenant, "their-giving", "P4", START);
        TestPrograms.publish(tenant, "their-summit", "P7", START);
        TestPrograms.publish(tenant, "their-prime", "P3", START);
        TestPrograms.publish(tenant, "their-friends", "P14", START);
        note("program", "their-beauty", "their-giving");
        note("set", "STATUS");
        note("tier", "VIB");
        String member = member();
        note("referralCode", text(api.get("/members/" + member + "/referral-code?program=their-friends"), "/code"));
        note("memberId", member);
        note("externalId", "their-customer");
        note("phone", "+447700900471");
        note("email", "their@customer.example");
        note("card", text(api.get("/members/" + member), "/cardNumber"));
        lists();
        bought(member);
        tenant.moveClock(WHEN_GIFTS_ARE_CONFIRMED);
        note(
                "settlement",
                text(api.post("/charities/clean-seas/settlements", Map.of()).expect(201), "/id"));
        note("charity", "clean-seas");
        String endpoint = text(
                api.post("/webhook-endpoints", Map.of("url", "https://hooks.example/theirs"))
                        .expect(201),
                "/id");
        note("endpoint", endpoint);
        api.post("/stores", Map.of("code", "their-second-store", "name", "Theirs too"))
                .expect(201);
        extended();
        imported();
        note("delivery", delivery(endpoint, member));
        note(
                "draft",
                text(
                        api.post("/programs", Map.of("code", "their-draft", "template", "CDNOW"))
                                .expect(201),
                        "/id"));
    }

    private String member() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("externalId", "their-customer");
        body.put("name", "Ada Lovelace");
        body.put("phone", "+447700900471");
        body.put("email", "their@customer.example");
        body.put("joinedAt", "2026-01-02T00:00:00Z");
        body.put(
                "consents",
                List.of(Map.of(
                        "purpose", "activity_tracking",
                        "channel", "app",
                        "granted", true,
                        "at", "2026-01-02T00:00:00Z",
                        "source", "app",
                        "textVersion", "1")));
        List<Map<String, String>> enrol = new ArrayList<>();
        List.of("their-beauty", "their-giving", "their-summit", "their-prime", "their-friends")
                .forEach(code -> enrol.add(Map.of("program", code, "channel", "app")));
        body.put("enrol", enrol);
        return text(api.post("/members", body).expect(201), "/id");
    }

    private void lists() {
        api.withIdempotencyKey(IDEMPOTENCY_KEY)
                .post("/stores", Map.of("code", "their-store", "name", "Theirs"))
                .expect(201);
        note("store", "their-store");
        note("newStore", "their-second-store");
        api.post("/products", Map.of("sku", "their-second-sku")).expect(201);
        api.post("/attributes", Map.of("subject", "line", "name", "their_second", "type", "text"))
                .expect(201);
        api.post("/products", Map.of("sku", "their-sku", "category", "their-category", "brand", "their-brand"))
                .expect(201);
        note("sku", "their-sku");
        note("category", "their-category");
        note("brand", "their-brand");
        api.post("/attributes", Map.of("subject", "line", "name", "their_attribute", "type", "text"))
                .expect(201);
        note("name", "their_attribute");
    }

    private void bought(String member) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("member", Map.of("id", member));
        order.put("occurredAt", "2026-03-10T12:00:00Z");
        order.put("currency", "USD");
        order.put("status", "paid");
        order.put("lines", List.of(Map.of("lineId", "1", "sku", "their-sku", "quantity", 1, "amount", 2_000_00)));
        order.put("donation", Map.of("charity", "clean-seas", "funded", "brand"));
        JsonNode receipt =
                api.put("/orders/their-shop/their-order-1", order).expect(201).json();
        note("receiptId", receipt.path("receiptId").asText());
        note("source", "their-shop");
        note("reference", "their-order-1");
        JsonNode entry =
                api.get("/members/" + member + "/entries").expect(200).json().at("/items/0");
        note("entryId", entry.path("id").asText());
        wallet = entry.path("wallet").asText();
        note("wallet", another(member, wallet));
        api.post("/rewards/voucher-10/stock", Map.of("program", "their-beauty", "change", 5))
                .expect(200);
        note("reward", "voucher-10");
        JsonNode redeemed = api.post(
                        "/redemptions",
                        Map.of("memberId", member, "reward", "voucher-10", "program", "their-beauty", "quantity", 2))
                .expect(201)
                .json();
        note("redemption", redeemed.path("redemptionId").asText());
        note("voucher", redeemed.at("/vouchers/0/code").asText());
        api.post(
                        "/holds",
                        Map.of(
                                "holdId",
                                "their-hold",
                                "memberId",
                                member,
                                "wallet",
                                wallet,
                                "points",
                                5,
                                "minutes",
                                10))
                .expect(201);
        note("holdId", "their-hold");
        note(
                "membership",
                text(
                        api.post("/memberships", Map.of("memberId", member, "program", "their-prime", "plan", "PRIME"))
                                .expect(201),
                        "/id"));
        note("plan", "PRIME");
        tooFast(member, "their-fast", "2026-03-15T08:00:00Z");
        tooFast(member, "their-fastest", "2026-03-15T10:00:00Z");
        note("review", text(api.get("/reviews").expect(200), "/items/0/id"));
        for (int time = 0; time < 2; time++) {
            api.post(
                            "/redemptions",
                            Map.of(
                                    "memberId",
                                    member,
                                    "reward",
                                    "voucher-10",
                                    "program",
                                    "their-beauty",
                                    "quantity",
                                    5))
                    .expect(422);
        }
    }

    private void tooFast(String member, String reference, String at) {
        api.post(
                        "/activities",
                        Map.of(
                                "type",
                                "activity",
                                "source",
                                "their-tracker",
                                "reference",
                                reference,
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                at,
                                "attributes",
                                Map.of("kind", "hike", "distance", 21_500, "ascent", 620, "duration", 3_600)))
                .expect(201);
    }

    /** One of several programs', which no program of one wallet has. */
    private String another(String member, String first) {
        for (JsonNode each :
                api.get("/members/" + member + "/balance").expect(200).json().path("wallets")) {
            String code = each.path("wallet").asText();
            if (!code.equals(first) && !OF_MINE.contains(code)) {
                return code;
            }
        }
        throw new AssertionError("No other wallet");
    }

    private void extended() {
        note("extension", extension(6), extension(12));
    }

    private String extension(int months) {
        Map<String, Object> wish = Map.of(
                "selection", Map.of("program", "their-beauty"), "months", months, "reason", "Stores were closed");
        return text(api.post("/extensions", wish).expect(201), "/id");
    }

    private void imported() {
        note("import", file("their-second"), file("their-third"));
    }

    private String file(String externalId) {
        byte[] rows =
                ("externalId,joinedAt\n" + externalId + ",2026-02-01T00:00:00Z\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = Map.of("kind", "members", "program", "their-beauty");
        return text(api.postForm("/imports", fields, "theirs.csv", rows).expect(202), "/id");
    }

    /** Something is told to the endpoint; that nobody listens there is as well. */
    private String delivery(String endpoint, String member) {
        api.post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                member,
                                "wallet",
                                wallet,
                                "points",
                                1,
                                "kind",
                                "goodwill",
                                "reason",
                                "TEST",
                                "note",
                                "n"))
                .expect(200);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get("/webhook-endpoints/" + endpoint + "/deliveries")
                                .expect(200)
                                .json()
                                .at("/items/0/id")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private void note(String name, String... values) {
        for (String value : values) {
            if (value.isEmpty()) {
                throw new AssertionError("No " + name);
            }
        }
        named.put(name, List.of(values));
    }

    private static String text(Api.Answer answer, String pointer) {
        String text = answer.json().at(pointer).asText();
        if (text.isEmpty()) {
            throw new AssertionError("No " + pointer + " in " + answer.body());
        }
        return text;
    }
}
