package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlementsResourceIT extends ClientTest {

    private static final String PATH = "/charities/clean-seas/settlements";

    @Test
    void a_batch_is_made_once_listed_downloaded_and_acknowledged() {
        GivingTill till = GivingTill.open("P4");
        till.buys("1", "clean-seas");
        till.buys("2", "clean-seas");
        assertThat(till.api().post(PATH, Map.of()).expect(422).code()).isEqualTo("NOTHING_TO_SETTLE");
        till.tenant().moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        Api once = till.api().withIdempotencyKey("settle-april");
        Api.Answer made = once.post(PATH, Map.of()).expect(201);
        Api.Answer again = once.post(PATH, Map.of()).expect(201);
        assertThat(again.body()).isEqualTo(made.body());
        JsonNode batch = made.json();
        assertThat(batch.path("number").asLong()).isEqualTo(1);
        assertThat(batch.path("state").asText()).isEqualTo("settled");
        assertThat(batch.at("/amounts/0/amount").asLong()).isEqualTo(2_00);
        assertThat(batch.path("donations").asLong()).isEqualTo(2);
        String own = PATH + "/" + batch.path("id").asText();
        assertThat(till.api().get(own).expect(200).json()).isEqualTo(batch);
        assertThat(till.api().get(PATH).expect(200).json().at("/items/0")).isEqualTo(batch);
        String csv = till.api().get(own + ".csv").expect(200).body();
        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(csv).contains(",dollar,brand," + till.member() + ",shop,1,,2026-03-10T12:00:00Z,USD,1.00");
        Api.Answer pdf = till.api()
                .withHeader("Accept-Language", "zh-CN")
                .get(own + ".pdf")
                .expect(200);
        assertThat(pdf.body()).startsWith("%PDF-1.");
        assertThat(pdf.header("Content-Disposition")).contains("attachment; filename=\"settlement-1.pdf\"");
        JsonNode receipted = till.api()
                .post(own + "/receipt", Map.of("reference", "R-7"))
                .expect(200)
                .json();
        assertThat(receipted.path("state").asText()).isEqualTo("receipted");
        assertThat(receipted.at("/receipt/reference").asText()).isEqualTo("R-7");
        assertThat(till.api()
                        .post(own + "/receipt", Map.of("reference", "R-8"))
                        .expect(409)
                        .code())
                .isEqualTo("ALREADY_RECEIPTED");
    }

    @Test
    void a_return_after_the_settlement_changes_nothing_and_says_so() {
        GivingTill till = GivingTill.open("P4");
        till.buys("1", "clean-seas");
        till.tenant().moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        till.api().post(PATH, Map.of()).expect(201);
        JsonNode receipt = till.api()
                .post(
                        "/orders/shop/1/returns",
                        Map.of(
                                "returnId", "r1",
                                "at", "2026-04-20T11:00:00Z",
                                "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200)
                .json();
        assertThat(receipt.at("/problems/0/code").asText()).isEqualTo("DONATION_SETTLED");
        assertThat(receipt.at("/problems/0/about").asText()).isEqualTo("clean-seas");
        assertThat(receipt.at("/programs/0/donations/0/state").asText()).isEqualTo("settled");
    }

    @Test
    void another_tenants_batch_is_one_that_never_existed_and_scopes_are_asked_for() {
        GivingTill mine = GivingTill.open("P4");
        GivingTill other = GivingTill.open("P4");
        other.buys("1", "clean-seas");
        other.tenant().moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        String id =
                other.api().post(PATH, Map.of()).expect(201).json().path("id").asText();
        assertThat(mine.api().get(PATH + "/" + id).expect(404).code()).isEqualTo("SETTLEMENT_UNKNOWN");
        assertThat(mine.api().get(PATH + "/" + id + ".pdf").expect(404).code()).isEqualTo("SETTLEMENT_UNKNOWN");
        assertThat(mine.api().get("/charities/none/settlements").expect(404).code())
                .isEqualTo("CHARITY_UNKNOWN");
        assertThat(other.tenant()
                        .apiWith("reports:read")
                        .post(PATH, Map.of())
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(other.tenant()
                        .apiWith("reports:read")
                        .get(PATH + "/" + id)
                        .expect(200)
                        .json()
                        .path("number")
                        .asLong())
                .isEqualTo(1);
        assertThat(mine.api()
                        .withoutIdempotencyKey()
                        .post(PATH, Map.of())
                        .expect(400)
                        .errorAt("Idempotency-Key"))
                .isEqualTo("REQUIRED");
    }
}
