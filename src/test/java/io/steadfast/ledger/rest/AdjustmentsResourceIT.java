package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdjustmentsResourceIT extends ClientTest {

    @Test
    void a_correction_takes_no_more_than_there_is() {
        Till till = Till.withPoints(30);
        assertThat(till.adjust("correction", -31).expect(422).code()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(till.adjust("correction", -30)
                        .expect(200)
                        .json()
                        .path("spendable")
                        .asLong())
                .isZero();
        till.adjust("goodwill", -1).expect(400);
        till.adjust("gift", 1).expect(400);
    }

    @Test
    void more_than_anybody_can_mean_is_refused_by_name() {
        Till till = Till.withPoints(0);
        String refused =
                till.adjust("goodwill", 9_000_000_000_000_000_000L).expect(400).body();
        assertThat(refused).contains("\"points\"", "OUT_OF_RANGE");
        till.adjust("correction", Long.MIN_VALUE).expect(400);
        till.adjust("goodwill", 1_000_000_000_000L).expect(200);
        till.adjust("goodwill", 1_000_000_000_000L).expect(200);
        assertThat(till.spendable()).isEqualTo(2_000_000_000_000L);
    }

    @Test
    void the_same_key_adjusts_once() {
        Till till = Till.withPoints(0);
        Api keyed = till.api.withIdempotencyKey("goodwill-1");
        Map<String, Object> wish = Map.of(
                "memberId",
                till.member,
                "points",
                10,
                "kind",
                "goodwill",
                "reason",
                "LATE_PARCEL",
                "note",
                "Called us.");
        String first = keyed.post("/adjustments", wish).expect(200).body();
        assertThat(keyed.post("/adjustments", wish).expect(200).body()).isEqualTo(first);
        assertThat(till.spendable()).isEqualTo(10);
    }

    @Test
    void a_key_without_the_scope_adjusts_nothing() {
        Till till = Till.withPoints(0);
        till.tenant
                .apiWith("members:read")
                .post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                till.member,
                                "points",
                                10,
                                "kind",
                                "goodwill",
                                "reason",
                                "LATE_PARCEL",
                                "note",
                                "Called us."))
                .expect(403);
    }
}
