package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tier that staff set: a floor with an end, no bar to a rise. */
class ManualTierServiceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private TestTenant tenant;
    private Api api;
    private String member;

    @BeforeEach
    void enrolSomebody() {
        tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        api = tenant.api();
        member = api.post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void itMultipliesAtOnceAndEndsByItself() {
        JsonNode set = set("VIB", "2026-09-01T00:00:00Z").expect(200).json().at("/sets/0");
        assertThat(set.at("/current/code").asText()).isEqualTo("VIB");
        assertThat(set.at("/validUntil").asText()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(set.at("/lent/by").asText()).isEqualTo("manual");
        assertThat(set.at("/lent/earned/code").asText()).isEqualTo("INSIDER");
        assertThat(order("1", "2026-06-01T12:00:00Z", 7_050)).isEqualTo(88);
        tenant.moveClock(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(tier()).isEqualTo("INSIDER");
        assertThat(order("2", "2026-09-01T00:00:00Z", 7_050)).isEqualTo(70);
    }

    @Test
    void itStopsNoRiseAndHoldsOffTheFall() {
        set("VIB", "2028-03-01T00:00:00Z").expect(200);
        order("1", "2026-06-01T12:00:00Z", 100_000);
        assertThat(tier()).isEqualTo("ROUGE");
        tenant.moveClock(Instant.parse("2028-01-02T00:00:00Z"));
        assertThat(tier()).isEqualTo("VIB");
        tenant.moveClock(Instant.parse("2028-03-01T00:00:00Z"));
        assertThat(tier()).isEqualTo("INSIDER");
    }

    @Test
    void itStandsInTheHistoryAndItsEndIsToldOnce() {
        tenant.moveClock(Instant.parse("2026-06-02T12:00:00Z"));
        set("VIB", "2026-09-01T00:00:00Z").expect(200);
        tenant.moveClock(Instant.parse("2026-10-01T00:00:00Z"));
        JsonNode history =
                api.get("/members/" + member + "/tier").expect(200).json().at("/sets/0/history");
        assertThat(history.findValuesAsText("tier")).containsExactly("INSIDER", "VIB", "INSIDER");
        assertThat(history.findValuesAsText("cause")).containsExactly("enrolled", "set_by_staff", "staff_tier_ended");
        assertThat(history.at("/2/from").asText()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(told()).containsExactly("INSIDER VIB manual", "VIB INSIDER manual");
        tenant.moveClock(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(told()).hasSize(2);
    }

    @Test
    void staffMayEndItBeforeItsTimeAndNothingIsToldAtTheEndItHadAtFirst() {
        tenant.moveClock(Instant.parse("2026-06-02T12:00:00Z"));
        assertThat(end().expect(422).code()).isEqualTo("TIER_NOT_SET");
        set("VIB", "2026-09-01T00:00:00Z").expect(200);
        tenant.moveClock(Instant.parse("2026-07-01T00:00:00Z"));
        JsonNode ended = end().expect(200).json().at("/sets/0");
        assertThat(ended.at("/current/code").asText()).isEqualTo("INSIDER");
        assertThat(ended.at("/lent").isMissingNode()).isTrue();
        assertThat(ended.path("history").findValuesAsText("from").get(2)).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(end().expect(422).code()).isEqualTo("TIER_NOT_SET");
        assertThat(order("1", "2026-06-20T12:00:00Z", 7_050))
                .as("while it stood")
                .isEqualTo(88);
        assertThat(order("2", "2026-07-01T00:00:00Z", 7_050)).isEqualTo(70);
        tenant.moveClock(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(told()).containsExactly("INSIDER VIB manual", "VIB INSIDER manual");
    }

    @Test
    void anUnknownTierAndAnEndThatPassedAreRefusedByName() {
        assertThat(set("DIAMOND", "2026-09-01T00:00:00Z").expect(422).code()).isEqualTo("TIER_UNKNOWN");
        assertThat(set("VIB", NOW.toString()).expect(422).code()).isEqualTo("TIER_END_PASSED");
        assertThat(tier()).isEqualTo("INSIDER");
    }

    private Api.Answer set(String tier, String until) {
        String ladder = api.get("/members/" + member + "/tier")
                .expect(200)
                .json()
                .at("/sets/0/set")
                .asText();
        return api.post(
                "/members/" + member + "/tier",
                Map.of("program", "club", "set", ladder, "tier", tier, "until", until, "reason", "goodwill"));
    }

    private Api.Answer end() {
        return api.post(
                "/members/" + member + "/tier/end", Map.of("program", "club", "set", "STATUS", "reason", "by mistake"));
    }

    /** Before, after and why of every change that was told. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        try (Connection database = TestDatabase.superuser();
                PreparedStatement statement = database.prepareStatement(
                        "SELECT payload->>'before' || ' ' || (payload->>'after') || ' ' || (payload->>'cause') FROM "
                                + "t_" + tenant.slug().replace('-', '_')
                                + ".outbox_event WHERE type = 'tier.changed' ORDER BY seq");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                told.add(row.getString(1));
            }
            return told;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private String tier() {
        return api.get("/members/" + member + "/tier")
                .expect(200)
                .json()
                .at("/sets/0/current/code")
                .asText();
    }

    private long order(String reference, String at, long amount) {
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
                .json()
                .at("/programs/0/granted/0/points")
                .asLong();
    }
}
