package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Activities of a tracker app (P7): the acceptance figures of the program, and its review queue. */
class ReviewsResourceIT extends ClientTest {

    private static final String MORNING = "2026-06-06T08:00:00Z";

    private final TestTenant tenant = TestPrograms.sandboxWith(
            Instant.parse("2026-06-06T20:00:00Z"), "P7", Instant.parse("2026-01-01T00:00:00Z"));
    private final Api api = tenant.api();
    private final String anna = member("anna", true);

    @Test
    void six_hundred_and_twenty_metres_of_ascent_earn_seven_and_a_day_earns_fifty() {
        Api.Answer first = report("h-1", MORNING, 9_000, 620, 10_800).expect(201);
        assertThat(granted(first.json())).isEqualTo(7);
        assertThat(state(first.json())).isEqualTo("active");
        assertThat(report("h-1", MORNING, 9_000, 620, 10_800).expect(200).body())
                .isEqualTo(first.body());
        assertThat(spendable()).isEqualTo(7);
        JsonNode second = report("h-2", "2026-06-06T14:00:00Z", 9_000, 6_000, 10_800)
                .expect(201)
                .json();
        assertThat(granted(second)).isEqualTo(43);
        JsonNode third = report("h-3", "2026-06-06T18:00:00Z", 900, 100, 1_080)
                .expect(201)
                .json();
        assertThat(granted(third)).isZero();
        assertThat(reasons(third)).containsExactly("DAILY_CAP");
        assertThat(granted(report("h-4", "2026-06-05T08:00:00Z", 900, 1, 1_080)
                        .expect(201)
                        .json()))
                .isEqualTo(1);
        assertThat(spendable()).isEqualTo(51);
    }

    @Test
    void without_consent_it_is_skipped_and_what_is_taken_back_counts_no_more() {
        String otto = member("otto", false);
        JsonNode skipped = report("otto", "o-1", MORNING, hike(9_000, 620, 10_800))
                .expect(201)
                .json();
        assertThat(reasons(skipped)).containsExactly("CONSENT_MISSING");
        assertThat(granted(skipped)).isZero();
        api.patch("/members/" + otto, Map.of("consents", List.of(consent(true, "2026-06-06T12:00:00Z"))))
                .expect(200);
        assertThat(granted(report("otto", "o-2", "2026-06-06T12:00:00Z", hike(900, 620, 1_080))
                        .expect(201)
                        .json()))
                .isEqualTo(7);
        api.patch("/members/" + otto, Map.of("consents", List.of(consent(false, "2026-06-06T13:00:00Z"))))
                .expect(200);
        assertThat(reasons(report("otto", "o-3", "2026-06-06T12:45:00Z", hike(900, 620, 1_080))
                        .expect(201)
                        .json()))
                .containsExactly("CONSENT_MISSING");
        JsonNode why = api.get("/members/" + otto + "/receipts/"
                        + skipped.path("receiptId").asText() + "/skipped?locale=zh-CN")
                .expect(200)
                .json();
        assertThat(why.path("items").get(0).path("sentence").asText()).contains("您未同意计入此类活动");
    }

    @Test
    void faster_than_fifteen_on_foot_waits_and_is_usable_once_approved() {
        assertThat(state(report("ok", MORNING, 15_000, 100, 3_600).expect(201).json()))
                .isEqualTo("active");
        JsonNode receipt = report("fast", "2026-06-06T10:00:00Z", 15_010, 620, 3_600)
                .expect(201)
                .json();
        assertThat(granted(receipt)).isEqualTo(7);
        assertThat(state(receipt)).isEqualTo("pending");
        assertThat(receipt.path("problems").get(0).path("code").asText()).isEqualTo("TOO_FAST");
        assertThat(receipt.path("problems").get(0).path("about").asText()).isEqualTo("15.01");
        assertThat(spendable()).isEqualTo(1);
        assertThat(wallet().path("pending").asLong()).isEqualTo(7);
        String id = receipt.path("review").asText();
        JsonNode waiting = api.get("/reviews").expect(200).json().path("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("id").asText()).isEqualTo(id);
        assertThat(waiting.get(0).path("doubts").get(0).path("limit").asInt()).isEqualTo(15);
        assertThat(waiting.get(0).path("promised").get(0).path("points").asLong())
                .isEqualTo(7);
        Api.Answer approved = api.withIdempotencyKey("approve-1")
                .post("/reviews/" + id, Map.of("decision", "approve", "reason", "A downhill race"))
                .expect(200);
        assertThat(state(approved.json().path("receipt"))).isEqualTo("active");
        assertThat(spendable()).isEqualTo(8);
        assertThat(wallet().path("pending").asLong()).isZero();
        assertThat(api.withIdempotencyKey("approve-1")
                        .post("/reviews/" + id, Map.of("decision", "approve", "reason", "A downhill race"))
                        .expect(200)
                        .body())
                .isEqualTo(approved.body());
        assertThat(decide(id, "reject").expect(409).code()).isEqualTo("REVIEW_DECIDED");
        assertThat(spendable()).isEqualTo(8);
        assertThat(state(report("fast", "2026-06-06T10:00:00Z", 15_010, 620, 3_600)
                        .expect(200)
                        .json()))
                .isEqualTo("active");
        assertThat(api.get("/reviews").expect(200).json().path("items")).isEmpty();
        JsonNode done = api.get("/reviews?state=approved")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(done.path("decided").path("reason").asText()).isEqualTo("A downhill race");
    }

    @Test
    void an_overlap_waits_and_a_rejection_takes_the_points_and_gives_the_limit_back() {
        report("a", MORNING, 9_000, 620, 10_800).expect(201);
        JsonNode touching =
                report("b", "2026-06-06T11:00:00Z", 900, 100, 1_080).expect(201).json();
        assertThat(state(touching)).isEqualTo("active");
        JsonNode doubted = report("c", "2026-06-06T10:59:59Z", 900, 4_200, 1_080)
                .expect(201)
                .json();
        assertThat(state(doubted)).isEqualTo("pending");
        assertThat(doubted.path("problems").get(0).path("code").asText()).isEqualTo("OVERLAPS");
        assertThat(granted(doubted)).isEqualTo(42);
        assertThat(reasons(report("d", "2026-06-06T15:00:00Z", 900, 100, 1_080)
                        .expect(201)
                        .json()))
                .containsExactly("DAILY_CAP");
        JsonNode rejected =
                decide(doubted.path("review").asText(), "reject").expect(200).json();
        assertThat(rejected.path("state").asText()).isEqualTo("rejected");
        JsonNode part = rejected.path("receipt").path("programs").get(0);
        assertThat(part.path("taken").get(0).path("points").asLong()).isEqualTo(42);
        assertThat(wallet().path("pending").asLong()).isZero();
        assertThat(spendable()).isEqualTo(8);
        assertThat(granted(report("e", "2026-06-06T16:00:00Z", 900, 9_999, 1_080)
                        .expect(201)
                        .json()))
                .isEqualTo(42);
        String entry = entryOf("REVERSAL");
        assertThat(api.get("/members/" + anna + "/entries/" + entry + "/explanation")
                        .expect(200)
                        .json()
                        .path("sentence")
                        .asText())
                .contains("42", "doesn't stand");
    }

    @Test
    void validity_is_counted_from_the_activity_however_late_it_is_approved() {
        JsonNode receipt =
                report("late", MORNING, 60_000, 620, 3_600).expect(201).json();
        String promised = receipt.at("/programs/0/granted/0/expiresAt").asText();
        assertThat(promised).isEqualTo("2027-06-06T22:00:00Z");
        tenant.moveClock(Instant.parse("2026-09-01T12:00:00Z"));
        assertThat(wallet().path("pending").asLong()).isEqualTo(7);
        JsonNode approved =
                decide(receipt.path("review").asText(), "approve").expect(200).json();
        assertThat(approved.at("/receipt/programs/0/granted/0/expiresAt").asText())
                .isEqualTo(promised);
        assertThat(approved.at("/receipt/programs/0/granted/0/activeAt").asText())
                .isEqualTo("2026-09-01T12:00:00Z");
        tenant.moveClock(Instant.parse("2027-06-06T21:59:59Z"));
        assertThat(spendable()).isEqualTo(7);
        tenant.moveClock(Instant.parse("2027-06-06T22:00:00Z"));
        assertThat(spendable()).isZero();
    }

    @Test
    void what_expired_while_it_waited_stays_expired() {
        JsonNode receipt =
                report("late", MORNING, 60_000, 620, 3_600).expect(201).json();
        tenant.moveClock(Instant.parse("2027-07-01T12:00:00Z"));
        assertThat(wallet().path("pending").asLong()).isZero();
        JsonNode approved =
                decide(receipt.path("review").asText(), "approve").expect(200).json();
        assertThat(approved.at("/receipt/programs/0/granted/0/state").asText()).isEqualTo("expired");
        assertThat(spendable()).isZero();
    }

    @Test
    void who_reports_activities_cannot_decide_and_another_tenant_sees_nothing() {
        JsonNode receipt =
                report("fast", MORNING, 60_000, 620, 3_600).expect(201).json();
        String id = receipt.path("review").asText();
        Map<String, Object> yes = Map.of("decision", "approve", "reason", "fine");
        tenant.apiWith("activities:write", "members:read")
                .post("/reviews/" + id, yes)
                .expect(403);
        tenant.apiWith("activities:write").get("/reviews").expect(403);
        Api other = TestPrograms.live().api();
        assertThat(other.get("/reviews").expect(200).json().path("items")).isEmpty();
        assertThat(other.get("/reviews/" + id).expect(404).code()).isEqualTo("REVIEW_UNKNOWN");
        assertThat(other.post("/reviews/" + id, yes).expect(404).code()).isEqualTo("REVIEW_UNKNOWN");
        api.post("/reviews/" + id, Map.of("decision", "perhaps", "reason", " ")).expect(400);
        api.post("/reviews/" + id, Map.of("decision", "approve")).expect(400);
        api.withoutIdempotencyKey().post("/reviews/" + id, yes).expect(400);
        assertThat(wallet().path("pending").asLong()).isEqualTo(7);
    }

    @Test
    void the_queue_is_paged_and_parallel_decisions_decide_once() {
        List<String> ids = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            ids.add(report("p-" + day, "2026-05-0" + day + "T08:00:00Z", 60_000, 620, 3_600)
                    .expect(201)
                    .json()
                    .path("review")
                    .asText());
        }
        JsonNode page = api.get("/reviews?limit=2").expect(200).json();
        assertThat(page.path("items")).hasSize(2);
        JsonNode rest = api.get(
                        "/reviews?limit=2&cursor=" + page.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(rest.path("items").get(0).path("id").asText()).isEqualTo(ids.get(2));
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(at ->
                        decide(ids.get(0), at % 2 == 0 ? "approve" : "reject").status())
                .toList();
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        long pending = wallet().path("pending").asLong();
        assertThat(pending).isEqualTo(14);
        assertThat(spendable()).isIn(0L, 7L);
    }

    private Api.Answer decide(String id, String decision) {
        return api.post("/reviews/" + id, Map.of("decision", decision, "reason", "Looked at the track"));
    }

    private String member(String externalId, boolean agrees) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "externalId",
                externalId,
                "joinedAt",
                "2026-01-01T00:00:00Z",
                "enrol",
                List.of(Map.of("program", "club", "channel", "app"))));
        if (agrees) {
            body.put("consents", List.of(consent(true, "2026-01-01T00:00:00Z")));
        }
        return api.post("/members", body).expect(201).json().path("id").asText();
    }

    private static Map<String, Object> consent(boolean granted, String at) {
        return Map.of(
                "purpose", "activity_tracking",
                "channel", "app",
                "granted", granted,
                "at", at,
                "source", "app",
                "textVersion", "1");
    }

    private Api.Answer report(String reference, String at, long metres, long ascent, long seconds) {
        return report("anna", reference, at, hike(metres, ascent, seconds));
    }

    private Api.Answer report(String member, String reference, String at, Map<String, Object> attributes) {
        return api.post(
                "/activities",
                Map.of(
                        "type",
                        "activity",
                        "source",
                        "tracker",
                        "reference",
                        reference,
                        "member",
                        Map.of("externalId", member),
                        "occurredAt",
                        at,
                        "attributes",
                        attributes));
    }

    private static Map<String, Object> hike(long metres, long ascent, long seconds) {
        return Map.of("kind", "hike", "distance", metres, "ascent", ascent, "duration", seconds);
    }

    private JsonNode wallet() {
        return api.get("/members/" + anna + "/balance")
                .expect(200)
                .json()
                .path("wallets")
                .get(0);
    }

    private long spendable() {
        return wallet().path("spendable").asLong();
    }

    private String entryOf(String kind) {
        for (JsonNode entry :
                api.get("/members/" + anna + "/entries").expect(200).json().path("items")) {
            if (entry.path("kind").asText().equalsIgnoreCase(kind)) {
                return entry.path("id").asText(entry.path("entryId").asText());
            }
        }
        throw new AssertionError("No entry " + kind);
    }

    private static long granted(JsonNode receipt) {
        long points = 0;
        for (JsonNode granted : receipt.at("/programs/0/granted")) {
            points += granted.path("points").asLong();
        }
        return points;
    }

    private static String state(JsonNode receipt) {
        return receipt.at("/programs/0/granted/0/state").asText();
    }

    private static List<String> reasons(JsonNode receipt) {
        List<String> reasons = new ArrayList<>();
        receipt.at("/programs/0/skipped")
                .forEach(skipped -> skipped.path("reasons").forEach(reason -> reasons.add(reason.asText())));
        return reasons;
    }
}
