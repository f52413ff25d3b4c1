package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import io.steadfast.webhooks.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that promises a notice 30 days before points lapse, 12 months after they were earned: no notice, no expiry. */
class NoticesResourceIT extends ClientTest {

    private static final Instant START = Instant.parse("2026-03-10T15:00:00Z");
    private static final String PLANNED = "2027-03-11T05:00:00Z";

    private TestTenant tenant;
    private String member;

    private void open(String channel) {
        tenant = TestTenants.makeAt(START);
        draft(channel);
        publishDraft().expect(201);
        enrol();
    }

    private void draft(String channel) {
        tenant.api()
                .post("/programs", Map.of("code", "club", "template", "CDNOW"))
                .expect(201);
        Api.Answer draft = tenant.api().get("/programs/club/draft").expect(200);
        JsonNode document = draft.json();
        ((ObjectNode) document.path("wallets").get(0))
                .putObject("notice")
                .put("days", 30)
                .put("channel", channel);
        tenant.api()
                .withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document)
                .expect(200);
    }

    private Api.Answer publishDraft() {
        return tenant.api().post("/programs/club/draft/publish", Map.of("effectiveFrom", START.toString()));
    }

    private void enrol() {
        member = tenant.api()
                .post("/members", Map.of("enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "cd", "quantity", 1, "amount", 10_00);
        tenant.api()
                .put(
                        "/orders/shop/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                START.toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
    }

    private Api.Answer report(String until, String sentAt) {
        return tenant.api().post("/notices", Map.of("memberId", member, "until", until, "sentAt", sentAt));
    }

    private JsonNode wallet() {
        return tenant.api()
                .get("/members/" + member + "/balance")
                .expect(200)
                .json()
                .path("wallets")
                .get(0);
    }

    private long spendable() {
        return wallet().path("spendable").asLong();
    }

    @Test
    void without_a_notice_points_outlive_their_date_and_the_date_is_still_shown() {
        open("reported");
        assertThat(wallet().path("expiring").get(0).path("date").asText()).isEqualTo("2027-03-10");
        tenant.moveClock(Instant.parse("2027-06-01T00:00:00Z"));
        assertThat(spendable()).isEqualTo(10);
    }

    @Test
    void after_a_notice_in_time_points_lapse_on_the_planned_day() {
        open("reported");
        tenant.moveClock(Instant.parse("2027-02-01T00:00:00Z"));
        JsonNode noted =
                report("2027-03-10", "2027-01-31T10:00:00Z").expect(200).json();
        assertThat(noted.path("dated").get(0).path("expiresAt").asText()).isEqualTo(PLANNED);
        assertThat(noted.path("dated").get(0).path("points").asLong()).isEqualTo(10);
        tenant.moveClock(Instant.parse("2027-03-11T04:59:59Z"));
        assertThat(spendable()).isEqualTo(10);
        tenant.moveClock(Instant.parse(PLANNED));
        assertThat(spendable()).isZero();
    }

    @Test
    void a_late_notice_moves_the_date_to_its_last_day_and_a_second_one_changes_nothing() {
        open("reported");
        tenant.moveClock(Instant.parse("2027-06-01T12:00:00Z"));
        JsonNode noted =
                report("2027-03-10", "2027-06-01T12:00:00Z").expect(200).json();
        assertThat(noted.path("dated").get(0).path("expiresAt").asText()).isEqualTo("2027-07-02T04:00:00Z");
        tenant.moveClock(Instant.parse("2027-06-20T12:00:00Z"));
        assertThat(report("2027-03-10", "2027-06-20T12:00:00Z")
                        .expect(200)
                        .json()
                        .path("dated"))
                .isEmpty();
        assertThat(spendable()).isEqualTo(10);
        tenant.moveClock(Instant.parse("2027-07-02T04:00:00Z"));
        assertThat(spendable()).isZero();
    }

    @Test
    void a_notice_of_earlier_points_leaves_later_ones_waiting() {
        open("reported");
        assertThat(report("2027-03-09", "2026-03-10T15:00:00Z")
                        .expect(200)
                        .json()
                        .path("dated"))
                .isEmpty();
        tenant.moveClock(Instant.parse("2027-04-01T00:00:00Z"));
        assertThat(spendable()).isEqualTo(10);
    }

    @Test
    void a_notice_that_nobody_promised_or_sent_is_refused() {
        open("reported");
        assertThat(report("2027-03-10", "2026-03-11T15:00:00Z").expect(422).code())
                .isEqualTo("NOTICE_IN_FUTURE");
        tenant = TestTenants.makeAt(START);
        tenant.api()
                .post("/programs", Map.of("code", "club", "template", "CDNOW"))
                .expect(201);
        publishDraft().expect(201);
        enrol();
        assertThat(report("2027-03-10", "2026-03-10T15:00:00Z").expect(422).code())
                .isEqualTo("NOTICE_NOT_PROMISED");
    }

    @Test
    void a_promise_by_webhook_is_published_only_with_a_marked_endpoint_whose_answer_is_the_notice() {
        tenant = TestTenants.makeAt(START);
        draft("webhook");
        Api.Answer refused = publishDraft().expect(422);
        assertThat(refused.json().path("errors").get(0).path("code").asText()).isEqualTo("NOTICE_CHANNEL_MISSING");
        try (Receiver receiver = Receiver.open()) {
            tenant.api()
                    .post(
                            "/webhook-endpoints",
                            Map.of(
                                    "url",
                                    receiver.url(),
                                    "eventTypes",
                                    List.of("points.expiring"),
                                    "noticeChannel",
                                    true))
                    .expect(201);
            publishDraft().expect(201);
            enrol();
            tenant.moveClock(Instant.parse("2027-02-02T12:00:00Z"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> receiver.accepted().size() == 1);
            assertThat(receiver.accepted().get(0).body())
                    .contains("\"until\":\"2027-03-10\"")
                    .contains("\"points\":10");
            await().atMost(Duration.ofSeconds(60)).until(() -> lapsesAt().equals(PLANNED));
            tenant.moveClock(Instant.parse(PLANNED));
            assertThat(spendable()).isZero();
        }
    }

    private String lapsesAt() {
        JsonNode entries = tenant.api()
                .get("/members/" + member + "/entries")
                .expect(200)
                .json()
                .path("items");
        return entries.get(0).path("kind").asText().equalsIgnoreCase("redating") ? PLANNED : "";
    }
}
