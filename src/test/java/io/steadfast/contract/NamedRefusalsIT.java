package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refusals that nobody meets in daily business: each comes by its name, and nothing is done. */
class NamedRefusalsIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Object> LINE = Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 4000);

    private static final int ORDERS_IN_BATCH = 100;

    private static TestTenant tenant;
    private static Api api;
    private static String member;

    @BeforeAll
    static void open() {
        tenant = TestPrograms.sandboxWith(NOW, "P1", START);
        api = tenant.api();
        member = joined(api, "C-1");
    }

    private static String joined(Api shop, String externalId) {
        Map<String, Object> enrol = Map.of("program", "club", "channel", "app");
        return shop.post(
                        "/members",
                        Map.of("externalId", externalId, "joinedAt", "2026-01-05T10:00:00Z", "enrol", List.of(enrol)))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void refused(Api.Answer answer, int status, String code) {
        JsonNode problem = answer.expect(status).json();
        List<String> codes = new ArrayList<>(List.of(problem.path("code").asText()));
        problem.path("errors").forEach(error -> codes.add(error.path("code").asText()));
        assertThat(codes).as(answer.body()).contains(code);
    }

    private static Map<String, Object> order(Object... more) {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "member", Map.of("id", member),
                "occurredAt", "2026-02-01T10:00:00Z",
                "currency", "GBP",
                "status", "paid",
                "lines", List.of(LINE)));
        for (int at = 0; at < more.length; at += 2) {
            order.put((String) more[at], more[at + 1]);
        }
        return order;
    }

    @Test
    void orders() {
        refused(api.put("/orders/shop/1", order("lines", List.of(LINE, LINE))), 400, "DUPLICATE_LINE");
        Map<String, Object> back = Map.of(
                "returnId", "r", "at", "2026-02-02T10:00:00Z", "lines", List.of(Map.of("lineId", "1", "quantity", 1)));
        refused(api.put("/orders/shop/1", order("returns", List.of(back, back))), 400, "DUPLICATE_RETURN");
        List<Map<String, Object>> many = IntStream.rangeClosed(0, ORDERS_IN_BATCH)
                .mapToObj(number -> order("source", "shop", "reference", "many-" + number))
                .toList();
        refused(api.post("/orders/batch", Map.of("orders", many)), 400, "TOO_MANY_ORDERS");
        api.get("/orders/shop/1").expect(404);
        api.get("/orders/shop/many-0").expect(404);
    }

    /** An order is recorded whatever is wrong with its gift; the receipt says what is. */
    @Test
    void gifts_of_orders() {
        Map<String, Object> gift = Map.of("charity", "clean-seas", "funded", "brand");
        assertThat(problems(api, order("donation", gift))).containsExactly("DONATION_NOT_TAKEN");
        TestTenant giving = TestPrograms.sandboxWith(NOW, "P4", START);
        String giver = joined(giving.api(), "C-1");
        Map<String, Object> own = Map.of("charity", "clean-seas", "funded", "member");
        assertThat(problems(giving.api(), order("member", Map.of("id", giver), "currency", "USD", "donation", own)))
                .contains("DONATION_AMOUNT_MISSING");
    }

    private static List<String> problems(Api shop, Map<String, Object> order) {
        List<String> codes = new ArrayList<>();
        shop.put("/orders/shop/" + UUID.randomUUID(), order)
                .expect(201)
                .json()
                .path("problems")
                .forEach(problem -> codes.add(problem.path("code").asText(problem.asText())));
        return codes;
    }

    @Test
    void the_forms_of_calls() {
        refused(
                api.withHeader("Content-Type", "text/plain").post("/stores", "{\"code\":\"S\",\"name\":\"S\"}"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        refused(api.withHeader("Accept", "image/png").get("/stores"), 406, "NOT_ACCEPTABLE");
        refused(api.delete("/stores"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void people() {
        refused(api.post("/members", Map.of("phone", "12")), 400, "PHONE_NOT_VALID");
        refused(api.post("/members", Map.of("cardNumber", "!")), 400, "CARD_NOT_VALID");
        refused(api.get("/members?q=a"), 400, "SEARCH_TOO_SHORT");
    }

    @Test
    void programs() {
        refused(api.post("/programs", Map.of("code", "nothing")), 400, "TEMPLATE_OR_DOCUMENT");
        api.post("/programs", Map.of("code", "first", "template", "P1")).expect(201);
        Api.Answer draft = api.get("/programs/first/draft").expect(200);
        refused(
                api.withHeader("If-Match", draft.header("ETag"))
                        .put("/programs/first/draft", draft.body().replace("\"first\"", "\"second\"")),
                400,
                "CODE_NOT_THE_PROGRAMS");
        Api prime = TestPrograms.sandboxWith(NOW, "P3", Instant.parse("2026-03-01T00:00:00Z"))
                .api();
        String earlier = joined(prime, "C-1");
        refused(
                prime.post(
                        "/memberships",
                        Map.of(
                                "memberId", earlier,
                                "program", "club",
                                "plan", "PRIME",
                                "startAt", "2026-02-01T00:00:00Z")),
                422,
                "PROGRAM_NOT_IN_FORCE");
    }

    @Test
    void a_reward_that_two_programs_have() {
        RewardTill till = RewardTill.open();
        TestPrograms.publish(till.tenant, "second", "P2", START);
        till.api
                .put("/members/" + till.member + "/programs/second", Map.of("channel", "app"))
                .expect(200);
        refused(till.redeem("voucher-10"), 422, "REWARD_AMBIGUOUS");
        refused(till.api.post("/rewards/voucher-10/stock", Map.of("change", 1)), 422, "REWARD_AMBIGUOUS");
    }

    @Test
    void lists_that_are_full() {
        TestTenant collector = TestTenants.make();
        IntStream.range(0, 200)
                .forEach(number -> collector
                        .api()
                        .post("/attributes", attribute("a" + number))
                        .expect(201));
        refused(collector.api().post("/attributes", attribute("more")), 422, "TOO_MANY_DECLARED");
        IntStream.range(0, 20)
                .forEach(number -> collector
                        .api()
                        .post("/webhook-endpoints", Map.of("url", "https://hooks.example/" + number))
                        .expect(201));
        refused(
                collector.api().post("/webhook-endpoints", Map.of("url", "https://hooks.example/more")),
                422,
                "TOO_MANY_ENDPOINTS");
    }

    private static Map<String, Object> attribute(String name) {
        return Map.of("subject", "line", "name", name, "type", "text");
    }

    @Test
    void an_event_that_is_being_sent_anyhow() {
        String endpoint = api.post("/webhook-endpoints", Map.of("url", "https://hooks.example/nobody"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        api.patch("/members/" + member, Map.of("name", "Ada")).expect(200);
        String deliveries = "/webhook-endpoints/" + endpoint + "/deliveries";
        String delivery = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(deliveries)
                                .expect(200)
                                .json()
                                .at("/items/0/id")
                                .asText(),
                        id -> !id.isEmpty());
        refused(api.post("/webhook-endpoints/deliveries/" + delivery + "/redeliver", ""), 409, "DELIVERY_PENDING");
    }

    @Test
    void files() {
        refused(
                imported(Map.of("kind", "orders", "program", "club", "mapping", "NOBODYS"), "a\n1\n"),
                400,
                "MAPPING_UNKNOWN");
        assertThat(errors(Map.of("kind", "members"), "externalId,joinedAt\nC-2,2026-02-01T00:00:00Z,more\n"))
                .contains("TOO_MANY_CELLS");
        assertThat(errors(
                        Map.of("kind", "tiers", "program", "club"),
                        "member.externalId,tier,until\nC-1,GOLD,2027-01-01\n"))
                .contains("SET_AMBIGUOUS");
        assertThat(errors(
                        Map.of("kind", "balances", "program", "club"),
                        "member.externalId,wallet,points,earnedAt\nnobody,points,10,2026-02-01\n"))
                .contains("NOBODY_FOUND");
    }

    private static Api.Answer imported(Map<String, String> fields, String rows) {
        return api.postForm("/imports", fields, "rows.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private static String errors(Map<String, String> fields, String rows) {
        String job = imported(fields, rows).expect(202).json().path("id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> List.of("completed", "failed")
                        .contains(api.get("/jobs/" + job)
                                .expect(200)
                                .json()
                                .path("status")
                                .asText()));
        return api.get("/jobs/" + job + "/errors.csv").expect(200).body();
    }

    @Test
    void merges() {
        Api friends = TestPrograms.sandboxWith(NOW, "P14", START).api();
        Map<String, Object> enrol = Map.of("program", "club", "channel", "app");
        String anna = friends.post("/members", Map.of("externalId", "anna", "enrol", List.of(enrol)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> brought = new LinkedHashMap<>(enrol);
        brought.put(
                "referralCode",
                friends.get("/members/" + anna + "/referral-code")
                        .expect(200)
                        .json()
                        .path("code")
                        .asText());
        String ben = friends.post("/members", Map.of("externalId", "ben", "enrol", List.of(brought)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        refused(merged(friends, anna, ben), 422, "MERGE_BROUGHT_EACH_OTHER");
        RewardTill till = RewardTill.open();
        till.give(till.member, 1_000).stock("voucher-10", 5).expect(200);
        String code = till.redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
        till.api
                .post(
                        "/vouchers/" + code + "/hold",
                        Map.of("order", Map.of("source", "shop", "reference", "1"), "minutes", 15))
                .expect(200);
        refused(merged(till.api, till.member("C-2"), till.member), 422, "MERGE_VOUCHER_HELD");
        TestTenant prime = TestPrograms.sandboxWith(NOW, "P3", START);
        String one = paying(prime.api(), "one");
        String two = paying(prime.api(), "two");
        refused(merged(prime.api(), one, two), 422, "MERGE_PLAN_RUNNING");
    }

    private static Api.Answer merged(Api shop, String into, String from) {
        return shop.post("/members/" + into + "/merge", Map.of("from", from, "tier", "counted", "reason", "R"));
    }

    private static String paying(Api shop, String externalId) {
        String id = joined(shop, externalId);
        shop.post("/memberships", Map.of("memberId", id, "program", "club", "plan", "PRIME"))
                .expect(201);
        return id;
    }

    @Test
    void tenants() {
        Api operator = Api.operator();
        refused(operator.post("/tenants", wish("Not A Slug", "GBP", "Europe/London")), 400, "SLUG_NOT_VALID");
        refused(operator.post("/tenants", wish("good-slug", "XXQ", "Europe/London")), 400, "CURRENCY_UNKNOWN");
        refused(operator.post("/tenants", wish("good-slug", "GBP", "Europe/Nowhere")), 400, "ZONE_UNKNOWN");
        Map<String, Object> live = wish("good-slug", "GBP", "Europe/London");
        live.put("sandbox", false);
        live.put("now", NOW.toString());
        refused(operator.post("/tenants", live), 400, "NOW_IS_FOR_SANDBOXES");
        String slug = TestTenants.make().slug();
        refused(
                operator.post("/tenants/" + slug + "/keys", Map.of("label", "x", "scopes", List.of("all"))),
                400,
                "SCOPE_UNKNOWN");
        refused(operator.delete("/tenants/" + slug + "?confirm=" + slug), 409, "DELETION_NOT_CONFIRMED");
        operator.get("/tenants").expect(200);
    }

    private static Map<String, Object> wish(String slug, String currency, String zone) {
        return new LinkedHashMap<>(Map.of(
                "slug",
                slug,
                "name",
                "Brand",
                "sandbox",
                true,
                "currency",
                currency,
                "zone",
                zone,
                "locale",
                "en",
                "owner",
                Map.of("email", "owner@brand.test", "name", "O")));
    }
}
