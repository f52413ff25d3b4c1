package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import io.steadfast.webhooks.core.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every type of event that an endpoint can ask for comes, and says what the contract promises of each. */
class EveryEventIT extends ClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant NOW = Instant.parse("2026-03-10T13:00:00Z");
    private static final String BOUGHT = "2026-03-10T12:00:00Z";
    private static final String START = "2026-01-01T08:00:00Z";

    /** Of a member or of a batch as a whole, which several programs may share. */
    private static final Set<String> OF_NO_PROGRAM =
            Set.of("member.updated", "member.merged", "member.erased", "activity.reviewed", "donation.settled");

    private static final Set<String> OF_NO_MEMBER = Set.of("program.published", "donation.settled");
    private static final Set<String> WITH_A_RECEIPT = Set.of("points.accrued", "donation.pledged");

    private final Receiver receiver = Receiver.open();
    private TestTenant tenant;
    private Api api;

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void each_type_comes_with_what_the_contract_promises() {
        beautyClub();
        plan();
        charity();
        notice();
        tracker();
        await().atMost(PATIENCE).until(() -> types().containsAll(EventType.ALL));
        assertThat(types()).isEqualTo(new TreeSet<>(EventType.ALL));
        receiver.got()
                .forEach(got -> assertThat(missing(got.json())).as(got.body()).isEmpty());
        assertThat(receiver.got())
                .as("an import tells, too")
                .anyMatch(got -> got.body().contains("\"externalId\":\"brought\"")
                        && got.body().contains("member.enrolled"))
                .anyMatch(got -> got.body().contains("\"externalId\":\"brought\"")
                        && got.body().contains("points.adjusted"));
    }

    private TreeSet<String> types() {
        return receiver.got().stream()
                .map(got -> got.json().path("type").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What an event should say and doesn't. */
    private static Set<String> missing(JsonNode event) {
        String type = event.path("type").asText();
        Set<String> missing = new TreeSet<>();
        Consumer<String> wanted = pointer -> {
            JsonNode value = event.at(pointer);
            if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
                missing.add(pointer);
            }
        };
        List.of("/id", "/time", "/tenant", "/type").forEach(wanted);
        if (!OF_NO_MEMBER.contains(type)) {
            wanted.accept("/memberId");
        }
        if (!OF_NO_MEMBER.contains(type) && !type.equals("member.erased")) {
            wanted.accept("/externalId");
        }
        if (!OF_NO_PROGRAM.contains(type)) {
            wanted.accept("/data/program");
            wanted.accept("/data/version");
        }
        if (WITH_A_RECEIPT.contains(type)) {
            wanted.accept("/data/receiptId");
        }
        return missing;
    }

    /** Members, points, tiers and vouchers of a club, over two years. */
    private void beautyClub() {
        open(NOW);
        publish("P2", "club");
        String anna = member("anna");
        order(anna, "1", 1_200_00);
        order(anna, "2", 50_00);
        api.post("/orders/shop/2/returns", Map.of("returnId", "r1", "at", BOUGHT, "lines", lines(1)))
                .expect(200);
        String used = voucher(anna);
        voucher(anna);
        Map<String, Object> use = new HashMap<>();
        use.put("order", Map.of("source", "shop", "reference", "3"));
        use.put("amount", 1000);
        api.post("/vouchers/" + used + "/use", use).expect(200);
        api.patch("/members/" + anna, Map.of("name", "Anna Berg")).expect(200);
        String ben = known("ben");
        api.withIdempotencyKey("merge")
                .post("/members/" + anna + "/merge", Map.of("from", ben))
                .expect(200);
        imported("members", "externalId,name\nbrought,Bo Brought\n", "program", "club");
        imported("balances", "member.externalId,points,earnedAt,expiresAt\nbrought,70,2026-02-01,2026-12-02\n");
        tenant.moveClock(Instant.parse("2028-02-01T12:00:00Z"));
        await().atMost(PATIENCE).until(() -> types().containsAll(Set.of("points.expired", "tier.will_downgrade")));
        api.delete("/members/" + known("gone")).expect(204);
    }

    /** A plan, and points that wait before they can be used. */
    private void plan() {
        open(NOW);
        Api.Answer draft = drafted("P3", "club");
        String text = draft.body();
        String waits = text.replace(
                "\"pending\":{\"kind\":\"immediate\"}",
                "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"}");
        assertThat(waits).isNotEqualTo(text);
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", waits)
                .expect(200);
        begin("club");
        String member = member("vera");
        order(member, "1", 36_000);
        api.post("/memberships", Map.of("memberId", member, "program", "club", "plan", "PRIME"))
                .expect(201);
        tenant.moveClock(NOW.plus(Duration.ofDays(15)));
    }

    private void charity() {
        open(NOW);
        publish("P4", "club");
        Map<String, Object> order = new HashMap<>(paid(member("mia"), 40_00));
        order.put("donation", Map.of("charity", "clean-seas", "funded", "brand"));
        api.put("/orders/shop/1", order).expect(201);
        tenant.moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        api.withIdempotencyKey("batch")
                .post("/charities/clean-seas/settlements", Map.of())
                .expect(201);
    }

    private void notice() {
        open(NOW);
        Api.Answer draft = drafted("CDNOW", "club");
        JsonNode document = draft.json();
        ((ObjectNode) document.path("wallets").get(0))
                .putObject("notice")
                .put("days", 30)
                .put("channel", "reported");
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document)
                .expect(200);
        begin("club");
        order(member("nora"), "1", 10_00);
        tenant.moveClock(Instant.parse("2027-03-01T12:00:00Z"));
    }

    /** A hike that is too fast to be true waits for staff. */
    private void tracker() {
        open(NOW);
        publish("P7", "club");
        Map<String, Object> consent = Map.of(
                "purpose", "activity_tracking",
                "channel", "app",
                "granted", true,
                "at", START,
                "source", "app",
                "textVersion", "1");
        api.patch("/members/" + member("otto"), Map.of("consents", List.of(consent)))
                .expect(200);
        Map<String, Object> hike = Map.of("kind", "hike", "distance", 15_010, "ascent", 620, "duration", 3_600);
        Map<String, Object> activity = new HashMap<>(Map.of("type", "activity", "source", "tracker"));
        activity.putAll(Map.of("reference", "h", "member", Map.of("externalId", "otto")));
        activity.putAll(Map.of("occurredAt", BOUGHT, "attributes", hike));
        String review = api.post("/activities", activity)
                .expect(201)
                .json()
                .path("review")
                .asText();
        api.post("/reviews/" + review, Map.of("decision", "approve", "reason", "A downhill race"))
                .expect(200);
    }

    private void open(Instant now) {
        tenant = TestTenants.makeAt(now);
        api = tenant.api();
        api.post("/webhook-endpoints", Map.of("url", receiver.url())).expect(201);
    }

    private Api.Answer drafted(String template, String code) {
        api.post("/programs", Map.of("code", code, "template", template)).expect(201);
        return api.get("/programs/" + code + "/draft").expect(200);
    }

    private void begin(String code) {
        api.post("/programs/" + code + "/draft/publish", Map.of("effectiveFrom", START))
                .expect(201);
    }

    private void publish(String template, String code) {
        drafted(template, code);
        begin(code);
    }

    private String member(String externalId) {
        Map<String, Object> wish = new HashMap<>(Map.of("externalId", externalId));
        wish.put("joinedAt", START);
        wish.put("enrol", List.of(Map.of("program", "club", "channel", "shop")));
        return api.post("/members", wish).expect(201).json().path("id").asText();
    }

    /** Whose enrolment was told: of who is merged or erased before that, their own id is told alone, or nothing. */
    private String known(String externalId) {
        String member = member(externalId);
        await().atMost(PATIENCE)
                .until(() -> receiver.got().stream()
                        .anyMatch(got -> got.body().contains("\"externalId\":\"" + externalId + "\"")));
        return member;
    }

    private void order(String member, String reference, long amount) {
        api.put("/orders/shop/" + reference, paid(member, amount)).expect(201);
    }

    private static Map<String, Object> paid(String member, long amount) {
        return Map.of(
                "member",
                Map.of("id", member),
                "occurredAt",
                BOUGHT,
                "currency",
                "USD",
                "status",
                "paid",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount)));
    }

    private static List<Map<String, Object>> lines(int quantity) {
        return List.of(Map.of("lineId", "1", "quantity", quantity));
    }

    private String voucher(String member) {
        return api.post("/redemptions", Map.of("memberId", member, "reward", "voucher-10"))
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    private void imported(String kind, String csv, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("kind", kind));
        for (int at = 0; at < more.length; at += 2) {
            form.put(more[at], more[at + 1]);
        }
        String job = api.postForm("/imports", form, "old.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .path("id")
                .asText();
        await().atMost(PATIENCE)
                .until(() -> api.get("/jobs/" + job)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText()
                        .matches("completed|failed"));
        assertThat(api.get("/jobs/" + job).expect(200).json().path("failed").asInt())
                .isZero();
    }
}
