package io.steadfast.memberships.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each choice that a plan leaves to who designs it, as a shop sees it over the API while the clock moves. */
class PlanOptionsIT extends ClientTest {

    private static final String LEAP = "2024-02-29T09:00";
    private static final String BEGIN = "2026-01-01T09:00";

    @Test
    void a_year_begun_on_29_february_ends_on_the_28th_and_in_leap_years_on_the_29th() {
        Prime prime = Prime.open(
                LEAP,
                of("\"trialDays\":30", "\"trialDays\":0")
                        .andThen(text -> text.replace("\"interval\":\"month\"", "\"interval\":\"year\""))::apply);
        String id = prime.started();
        prime.report(id, "paid", "y-2024", LEAP).expect(200);
        List<String> ends = new ArrayList<>();
        for (int year = 2025; year <= 2029; year++) {
            String end = prime.get(id).path("coveredUntil").asText();
            ends.add(end);
            String day = year % 4 == 0 ? "-02-29" : "-02-28";
            prime.at((year + day).replaceAll("29$", "28T23:59:59").replaceAll("02-28$", "02-27T23:59:59"));
            assertThat(prime.get(id).path("state").asText()).as(end).isEqualTo("active");
            prime.at(year + day + "T00:00");
            assertThat(prime.get(id).path("state").asText()).as(end).isEqualTo("past_due");
            prime.report(id, "paid", "y-" + year, year + day + "T00:00").expect(200);
            assertThat(prime.get(id).path("state").asText()).as(end).isEqualTo("active");
        }
        assertThat(ends)
                .containsExactly(
                        "2025-02-28T05:00:00Z",
                        "2026-02-28T05:00:00Z",
                        "2027-02-28T05:00:00Z",
                        "2028-02-29T05:00:00Z",
                        "2029-02-28T05:00:00Z");
    }

    @Test
    void months_begun_on_29_february_end_on_the_29th_wherever_there_is_one() {
        Prime prime = Prime.open(LEAP, of("\"trialDays\":30", "\"trialDays\":0"));
        String id = prime.started();
        prime.report(id, "paid", "m0", LEAP).expect(200);
        List<String> ends = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            String end = prime.get(id).path("coveredUntil").asText();
            ends.add(end.substring(0, 10));
            String due = end.substring(0, 10) + "T00:00";
            prime.at(due);
            prime.report(id, "paid", "m" + month, due).expect(200);
        }
        assertThat(ends)
                .containsExactly(
                        "2024-03-29",
                        "2024-04-29",
                        "2024-05-29",
                        "2024-06-29",
                        "2024-07-29",
                        "2024-08-29",
                        "2024-09-29",
                        "2024-10-29",
                        "2024-11-29",
                        "2024-12-29",
                        "2025-01-29",
                        "2025-02-28");
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2025-03-29T04:00:00Z");
    }

    @Test
    void without_a_trial_nothing_is_on_before_the_first_payment() {
        Prime prime = Prime.open(BEGIN, of("\"trialDays\":30", "\"trialDays\":0"));
        String id = prime.started();
        assertSeen(prime, id, "suspended off");
        prime.report(id, "paid", "p1", BEGIN).expect(200);
        assertSeen(prime, id, "active on");
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2026-02-01T05:00:00Z");
    }

    @Test
    void a_trial_lasts_its_days_and_a_payment_within_it_begins_afterwards() {
        Prime prime = Prime.open(BEGIN, of("\"trialDays\":30", "\"trialDays\":7"));
        String id = prime.started();
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2026-01-08T05:00:00Z");
        prime.at("2026-01-05T12:00");
        prime.report(id, "paid", "p1", "2026-01-05T12:00").expect(200);
        assertSeen(prime, id, "trial on");
        prime.at("2026-01-08T00:00");
        assertSeen(prime, id, "active on");
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2026-02-08T05:00:00Z");
    }

    @Test
    void without_a_grace_it_is_off_at_the_instant_at_which_nothing_was_paid() {
        Prime prime = Prime.open(BEGIN, of("\"graceDays\":7", "\"graceDays\":0"));
        String id = prime.started();
        prime.at("2026-01-30T23:59:59");
        assertSeen(prime, id, "trial on");
        prime.at("2026-01-31T00:00");
        assertSeen(prime, id, "suspended off");
    }

    @Test
    void the_grace_lasts_its_days_with_the_benefits_on_or_off_as_the_plan_says() {
        Prime off = Prime.open(
                BEGIN, of("\"graceDays\":7", "\"graceDays\":3").andThen(of("benefits_on", "benefits_off"))::apply);
        String id = off.started();
        off.at("2026-01-31T00:00");
        assertSeen(off, id, "past_due off");
        off.at("2026-02-02T23:59:59");
        assertSeen(off, id, "past_due off");
        off.at("2026-02-03T00:00");
        assertSeen(off, id, "suspended off");
        Prime on = Prime.open(BEGIN, of("\"graceDays\":7", "\"graceDays\":3"));
        String other = on.started();
        on.at("2026-02-02T23:59:59");
        assertSeen(on, other, "past_due on");
    }

    @Test
    void what_the_member_renews_ends_with_what_is_paid() {
        Prime prime = Prime.open(BEGIN, of("\"renewal\":\"automatic\"", "\"renewal\":\"by_member\""));
        String id = prime.started();
        prime.at("2026-01-30T12:00");
        prime.report(id, "paid", "p1", "2026-01-30T12:00").expect(200);
        prime.at("2026-02-27T23:59:59");
        assertSeen(prime, id, "active on");
        prime.at("2026-02-28T00:00");
        assertSeen(prime, id, "ended off");
    }

    @Test
    void one_leaves_only_as_the_plan_offers() {
        Prime late = Prime.open(BEGIN, of("[\"period_end\",\"now\"]", "[\"period_end\"]"));
        String id = late.started();
        assertThat(leave(late, id, "now", 422).path("code").asText()).isEqualTo("LEAVING_NOT_OFFERED");
        leave(late, id, "period_end", 200);
        assertSeen(late, id, "cancelled on");
        Prime once = Prime.open(BEGIN, of("[\"period_end\",\"now\"]", "[\"now\"]"));
        String other = once.started();
        assertThat(leave(once, other, "period_end", 422).path("code").asText()).isEqualTo("LEAVING_NOT_OFFERED");
        leave(once, other, "now", 200);
        assertSeen(once, other, "ended off");
    }

    @Test
    void who_leaves_at_once_gets_back_what_the_plan_says_to_the_cent() {
        assertThat(refundOnThe13th("none")).isZero();
        assertThat(refundOnThe13th("unused_days"))
                .as("14 of 28 days of 14.99, the day of leaving used")
                .isEqualTo(749);
        assertThat(refundOnThe13th("whole_period")).isEqualTo(1499);
    }

    /** Of the fee of 31 January to 28 February. */
    private static long refundOnThe13th(String rule) {
        Prime prime = Prime.open(BEGIN, of("\"refund\":\"unused_days\"", "\"refund\":\"" + rule + "\""));
        String id = prime.started();
        prime.at("2026-02-13T18:00");
        prime.report(id, "paid", "p1", "2026-01-31T00:00").expect(200);
        return leave(prime, id, "now", 200).at("/cancelled/refund/amount").asLong();
    }

    @Test
    void a_plan_by_the_month_and_the_year_asks_which_and_keeps_to_it() {
        Prime prime = Prime.open(
                BEGIN,
                of(
                        "[{\"interval\":\"month\",\"amount\":1499}]",
                        "[{\"interval\":\"month\",\"amount\":1499},{\"interval\":\"year\",\"amount\":13900}]"));
        assertThat(prime.start(Map.of()).expect(422).code()).isEqualTo("INTERVAL_AMBIGUOUS");
        String id = prime.start(Map.of("interval", "year"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(prime.get(id).at("/nextPayment/amount/amount").asLong()).isEqualTo(13_900);
        prime.at("2026-01-31T00:00");
        assertThat(prime.report(id, "paid", "small", "2026-01-31T00:00")
                        .expect(422)
                        .code())
                .isEqualTo("AMOUNT_BELOW_PRICE");
        prime.api()
                .post("/memberships/" + id + "/payments", Prime.outcome("paid", "p1", "2026-01-31T00:00", 13_900))
                .expect(200);
        assertThat(prime.get(id).path("coveredUntil").asText()).isEqualTo("2027-01-31T05:00:00Z");
    }

    @Test
    void a_new_price_holds_from_the_first_period_after_its_notice_has_run() {
        Prime prime = Prime.open();
        String id = prime.started();
        prime.at("2026-01-31T00:00");
        prime.report(id, "paid", "p1", "2026-01-31T00:00").expect(200);
        prime.change("2026-02-01T00:00", of("\"amount\":1499", "\"amount\":1999"));
        prime.at("2026-02-02T09:00");
        prime.api()
                .post(
                        "/memberships/" + id + "/price-notices",
                        Map.of("at", Prime.local("2026-02-02T09:00").toString()))
                .expect(200);
        assertThat(prime.get(id).at("/nextPayment/amount/amount").asLong())
                .as("28 February is within the 30 days")
                .isEqualTo(1499);
        prime.at("2026-02-28T00:00");
        prime.report(id, "paid", "p2", "2026-02-28T00:00").expect(200);
        assertThat(prime.get(id).at("/nextPayment/amount/amount").asLong()).isEqualTo(1999);
        prime.at("2026-03-31T00:00");
        assertThat(prime.report(id, "paid", "p3", "2026-03-31T00:00")
                        .expect(422)
                        .code())
                .isEqualTo("AMOUNT_BELOW_PRICE");
        prime.api()
                .post("/memberships/" + id + "/payments", Prime.outcome("paid", "p3", "2026-03-31T00:00", 1999))
                .expect(200);
    }

    @Test
    void a_closed_plan_is_kept_by_who_has_it_and_taken_by_nobody_else() {
        Prime prime = Prime.open();
        String id = prime.started();
        prime.change("2026-01-02T00:00", of("\"sale\":\"open\"", "\"sale\":\"closed\""));
        prime.at("2026-01-31T00:00");
        prime.report(id, "paid", "p1", "2026-01-31T00:00").expect(200);
        assertSeen(prime, id, "active on");
        String other = prime.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId",
                                "C-2",
                                "joinedAt",
                                "2026-01-05T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(prime.start(Map.of("memberId", other)).expect(422).code()).isEqualTo("PLAN_CLOSED");
    }

    private static void assertSeen(Prime prime, String id, String stateAndBenefits) {
        JsonNode seen = prime.get(id);
        assertThat(seen.path("state").asText() + " " + seen.path("benefits").asText())
                .isEqualTo(stateAndBenefits);
    }

    private static JsonNode leave(Prime prime, String id, String when, int status) {
        return prime.api()
                .post("/memberships/" + id + "/cancel", Map.of("when", when))
                .expect(status)
                .json();
    }

    private static UnaryOperator<String> of(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }
}
