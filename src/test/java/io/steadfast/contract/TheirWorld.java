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
import org.awaitility.Awaitility;

/** A tenant that has one of everything that has an id or a code, none of which another tenant knows. */
final class TheirWorld {

    /** With which something of theirs was written. */
    static final String IDEMPOTENCY_KEY = "their-own-key";

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
        TestPrograms.publish(tenant, "beauty", "P2", START);
        TestPrograms.publish(tenant, "giving", "P4", START);
        TestPrograms.publish(tenant, "summit", "P7", START);
        TestPrograms.publish(tenant, "prime", "P3", START);
        note("program", "beauty", "giving");
        String member = member();
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
        List.of("beauty", "giving", "summit", "prime")
                .forEach(code -> enrol.add(Map.of("program", code, "channel", "app")));
        body.put("enrol", enrol);
        return text(api.post("/members", body).expect(201), "/id");
    }

    private void lists() {
        api.withIdempotencyKey(IDEMPOTENCY_KEY)
                .post("/stores", Map.of("code", "their-store", "name", "Theirs"))
                .expect(201);
        note("store", "their-store");
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
        order.put("lines", List.of(Map.of("lineId", "1", "sku", "their-sku", "quantity", 1, "amount", 900_00)));
        order.put("donation", Map.of("charity", "clean-seas", "funded", "brand"));
        JsonNode receipt =
                api.put("/orders/their-shop/their-1", order).expect(201).json();
        note("receiptId", receipt.path("receiptId").asText());
        note("source", "their-shop");
        note("reference", "their-1");
        JsonNode entry =
                api.get("/members/" + member + "/entries").expect(200).json().at("/items/0");
        note("entryId", entry.path("id").asText());
        wallet = entry.path("wallet").asText();
        note("wallet", another(member, wallet));
        api.post("/rewards/voucher-10/stock", Map.of("program", "beauty", "change", 5))
                .expect(200);
        note("reward", "voucher-10");
        JsonNode redeemed = api.post(
                        "/redemptions", Map.of("memberId", member, "reward", "voucher-10", "program", "beauty"))
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
                        api.post("/memberships", Map.of("memberId", member, "program", "prime", "plan", "PRIME"))
                                .expect(201),
                        "/id"));
        note("plan", "PRIME");
        api.post(
                        "/activities",
                        Map.of(
                                "type", "activity",
                                "source", "their-tracker",
                                "reference", "fast",
                                "member", Map.of("id", member),
                                "occurredAt", "2026-03-15T08:00:00Z",
                                "attributes",
                                        Map.of("kind", "hike", "distance", 21_500, "ascent", 620, "duration", 3_600)))
                .expect(201);
        note("review", text(api.get("/reviews").expect(200), "/items/0/id"));
    }

    /** One of several programs', which no program of one wallet has. */
    private String another(String member, String first) {
        for (JsonNode each :
                api.get("/members/" + member + "/balance").expect(200).json().path("wallets")) {
            String code = each.path("wallet").asText();
            if (!code.equals(first) && !code.equals("points")) {
                return code;
            }
        }
        throw new AssertionError("No other wallet");
    }

    private void extended() {
        note(
                "extension",
                text(
                        api.post(
                                        "/extensions",
                                        Map.of(
                                                "selection",
                                                Map.of("program", "beauty"),
                                                "months",
                                                12,
                                                "reason",
                                                "Stores were closed"))
                                .expect(201),
                        "/id"));
    }

    private void imported() {
        note(
                "import",
                text(
                        api.postForm(
                                        "/imports",
                                        Map.of("kind", "members", "program", "beauty"),
                                        "theirs.csv",
                                        "externalId,joinedAt\ntheir-second,2026-02-01T00:00:00Z\n"
                                                .getBytes(StandardCharsets.UTF_8))
                                .expect(202),
                        "/id"));
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
