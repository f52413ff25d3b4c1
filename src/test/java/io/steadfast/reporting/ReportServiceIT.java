package io.steadfast.reporting;

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
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens in a year, each month ends where the next begins, and the last where the summary stands. */
class ReportServiceIT extends ClientTest {

    private static final long SEED = 20261121;
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void monthsJoinWithoutAGapAndEndInTheSummary() {
        TestTenant tenant = TestPrograms.sandboxWith(START, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = api.post(
                        "/members",
                        Map.of("externalId", "A", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Random random = new Random(SEED);
        Instant now = START;
        for (int month = 0; month < 15; month++) {
            now = now.plus(Duration.ofDays(25 + random.nextInt(8)));
            tenant.moveClock(now);
            happen(api, member, month, now, random);
        }
        long closing = 0;
        for (int month = 0; month < 18; month++) {
            java.time.YearMonth span = java.time.YearMonth.of(2026, 1).plusMonths(month);
            JsonNode moved = api.get("/reports/movement?from=" + span.atDay(1) + "&to=" + span.atEndOfMonth())
                    .expect(200)
                    .json();
            assertThat(moved.path("opening").asLong())
                    .as(span + ", seed " + SEED)
                    .isEqualTo(closing);
            closing = moved.path("closing").asLong();
            assertThat(moved.path("opening").asLong()
                            + moved.path("accrued").asLong()
                            + moved.path("adjusted").asLong()
                            - moved.path("redeemed").asLong()
                            - moved.path("expired").asLong()
                            - moved.path("reversed").asLong())
                    .as(span + ", seed " + SEED)
                    .isEqualTo(closing);
        }
        JsonNode summary = api.get("/reports/summary").expect(200).json();
        assertThat(summary.path("outstanding").asLong() - summary.path("debt").asLong())
                .isEqualTo(closing);
        assertThat(summary.path("expired").asLong()).isPositive();
    }

    private static void happen(Api api, String member, int month, Instant now, Random random) {
        long amount = 1_000 + random.nextInt(20_000);
        api.put(
                        "/orders/shop/" + month,
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", now.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 2, "amount", amount))))
                .expect(201);
        if (random.nextInt(3) == 0) {
            api.post(
                            "/orders/shop/" + month + "/returns",
                            Map.of(
                                    "returnId", "r",
                                    "at", now.toString(),
                                    "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                    .expect(200);
        }
        if (random.nextInt(3) == 0) {
            String hold = "hold-" + month;
            api.post("/holds", Map.of("holdId", hold, "memberId", member, "points", 5, "minutes", 10))
                    .expect(201);
            api.post("/holds/" + hold + "/commit", Map.of("points", 4)).expect(200);
        }
        if (random.nextInt(4) == 0) {
            api.post(
                            "/adjustments",
                            Map.of(
                                    "memberId", member,
                                    "points", 7,
                                    "kind", "goodwill",
                                    "reason", "SORRY",
                                    "note", "late"))
                    .expect(200);
        }
    }
}
