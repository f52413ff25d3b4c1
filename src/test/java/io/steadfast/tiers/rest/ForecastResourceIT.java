package io.steadfast.tiers.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForecastResourceIT extends ClientTest {

    private final TestTenant tenant = TestPrograms.sandboxWith(
            Instant.parse("2026-06-01T12:00:00Z"), "P2", Instant.parse("2026-01-01T05:00:00Z"));
    private final Api api = tenant.api();

    private String member() {
        return api.post(
                        "/members",
                        Map.of(
                                "joinedAt",
                                "2026-01-02T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String customer() {
        String member = member();
        api.put(
                        "/orders/shop/" + member,
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", "2026-03-10T12:00:00Z",
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 71150))))
                .expect(201);
        return member;
    }

    private JsonNode forecast(String member, String at) {
        return api.get("/members/" + member + "/forecast?at=" + at).expect(200).json();
    }

    @Test
    void a_tier_that_nobody_renews_is_forecast_as_it_comes() {
        String member = customer();
        assertThat(forecast(member, "2028-01-01T07:59:59Z")
                        .at("/sets/0/tier/code")
                        .asText())
                .isEqualTo("VIB");
        String then = "2028-01-01T08:00:00Z";
        JsonNode later = forecast(member, then);
        assertThat(later.at("/sets/0/tier/code").asText()).isEqualTo("INSIDER");
        tenant.moveClock(Instant.parse(then));
        assertThat(api.get("/members/" + member + "/tier")
                        .expect(200)
                        .json()
                        .at("/sets/0/current/code")
                        .asText())
                .isEqualTo("INSIDER");
    }

    @Test
    void points_that_nobody_uses_are_forecast_to_lapse_as_they_do() {
        String member = customer();
        JsonNode wallet =
                api.get("/members/" + member + "/balance").expect(200).json().at("/wallets/0");
        JsonNode first = wallet.at("/expiring/0");
        assertThat(first.path("points").asLong()).isPositive();
        JsonNode far = forecast(member, "2030-06-01T00:00:00Z").at("/wallets/0");
        assertThat(far.path("wallet").asText()).isEqualTo(wallet.path("wallet").asText());
        assertThat(far.path("expiring")).contains(first);
        assertThat(far.path("points").asLong())
                .isEqualTo(wallet.path("spendable").asLong()
                        + wallet.path("pending").asLong());
        assertThat(forecast(member, "2026-06-02T00:00:00Z")
                        .at("/wallets/0/points")
                        .asLong())
                .isZero();
    }

    @Test
    void who_never_bought_stays_in_the_base_tier_with_nothing_to_lose() {
        JsonNode forecast = forecast(member(), "2027-06-01T00:00:00Z");
        assertThat(forecast.at("/sets/0/tier/code").asText()).isEqualTo("INSIDER");
        assertThat(forecast.at("/wallets/0/expiring")).isEmpty();
        assertThat(forecast.path("at").asText()).isEqualTo("2027-06-01T00:00:00Z");
    }

    @Test
    void only_a_later_instant_of_the_next_ten_years_can_be_asked_for() {
        String path = "/members/" + member() + "/forecast";
        assertThat(api.get(path).expect(400).errorAt("at")).isEqualTo("REQUIRED");
        assertThat(api.get(path + "?at=tomorrow").expect(400).errorAt("at")).isEqualTo("NOT_AN_INSTANT");
        assertThat(api.get(path + "?at=2026-05-31T12:00:00Z").expect(400).errorAt("at"))
                .isEqualTo("OUT_OF_RANGE");
        assertThat(api.get(path + "?at=9998-12-31T23:59:59Z").expect(400).errorAt("at"))
                .isEqualTo("OUT_OF_RANGE");
        assertThat(api.get(path + "?at=%2B999999999-12-31T23:59:59Z")
                        .expect(400)
                        .errorAt("at"))
                .isEqualTo("NOT_AN_INSTANT");
    }

    @Test
    void a_program_that_is_named_is_the_only_one_and_nobodys_id_is_unknown() {
        String member = member();
        JsonNode other = forecast(member, "2027-06-01T00:00:00Z&program=other");
        assertThat(other.path("sets")).isEmpty();
        assertThat(other.path("wallets")).isEmpty();
        assertThat(api.get("/members/" + UUID.randomUUID() + "/forecast?at=2027-06-01T00:00:00Z")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
