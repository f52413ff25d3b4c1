package io.steadfast.dates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Member days (P12): the acceptance figures of the program. */
class DateGiftServiceIT extends ClientTest {

    private TestTenant tenant;
    private Api api;

    @Test
    void a_leap_day_birthday_comes_on_the_28th_and_a_fresh_change_waits_and_pays_no_second_time() {
        open("2027-01-15T12:00:00Z");
        String leap = member("leap", "2000-02-29", "2027-01-10T12:00:00Z");
        String fresh = member("fresh", "2000-08-01", "2027-01-10T12:00:00Z");
        String early = member("early", "2000-08-01", "2027-01-10T12:00:00Z");
        at("2027-01-20T12:00:00Z");
        birthday(early, "2000-03-10");
        at("2027-02-01T12:00:00Z");
        birthday(fresh, "2000-02-25");
        at("2027-02-20T12:00:00Z");
        assertThat(rewards(leap)).isEmpty();
        at("2027-02-21T00:00:00Z");
        assertThat(rewards(leap)).containsExactly("birthday-present");
        at("2027-03-03T12:00:00Z");
        assertThat(rewards(fresh)).isEmpty();
        assertThat(rewards(early)).containsExactly("birthday-present");
        birthday(leap, "2000-04-20");
        at("2027-04-21T12:00:00Z");
        assertThat(rewards(leap)).containsExactly("birthday-present");
        at("2028-02-17T23:59:59Z");
        assertThat(rewards(fresh)).doesNotContain("birthday-present");
        at("2028-02-18T00:00:00Z");
        assertThat(rewards(fresh)).as("the year after").contains("birthday-present");
    }

    @Test
    void a_change_waits_a_year_if_it_is_less_than_thirty_days_old_on_the_day() {
        open("2027-01-31T12:00:00Z");
        String days29 = member("29", "2000-08-01", "2027-01-10T12:00:00Z");
        String days30 = member("30", "2000-08-01", "2027-01-10T12:00:00Z");
        String days31 = member("31", "2000-08-01", "2027-01-10T12:00:00Z");
        at("2027-02-01T00:00:00Z");
        birthday(days29, "2000-03-02");
        birthday(days30, "2000-03-03");
        birthday(days31, "2000-03-04");
        at("2027-03-05T12:00:00Z");
        assertThat(rewards(days29)).isEmpty();
        assertThat(rewards(days30)).containsExactly("birthday-present");
        assertThat(rewards(days31)).containsExactly("birthday-present");
    }

    @Test
    void a_gift_may_be_points_too_which_lapse_as_the_wallet_says_and_come_once_a_year() {
        open("2027-01-15T12:00:00Z");
        String member = member("points", "2000-02-28", "2027-01-10T12:00:00Z");
        at("2027-02-20T12:00:00Z");
        assertThat(spendable(member)).isZero();
        at("2027-02-21T00:00:00Z");
        assertThat(spendable(member)).isEqualTo(50);
        birthday(member, "2000-04-20");
        at("2027-04-21T12:00:00Z");
        assertThat(spendable(member)).isEqualTo(50);
        JsonNode lot =
                api.get("/members/" + member + "/lots").expect(200).json().at("/items/0");
        assertThat(lot.path("expiresAt").asText()).isEqualTo("2028-02-22T00:00:00Z");
        JsonNode entry =
                api.get("/members/" + member + "/entries").expect(200).json().at("/items/0");
        assertThat(entry.path("kind").asText()).isEqualToIgnoringCase("accrual");
        assertThat(explained(member, entry, "en"))
                .startsWith("You were given 50 ")
                .contains(": Birthday");
        assertThat(explained(member, entry, "zh-CN")).startsWith("您获赠 50 ").contains("生日");
        at("2028-02-22T00:00:00Z");
        assertThat(spendable(member)).as("the first year's have lapsed").isZero();
        at("2028-04-13T12:00:00Z");
        assertThat(spendable(member)).isEqualTo(50);
    }

    @Test
    void a_year_with_the_program_is_celebrated_and_the_day_of_joining_itself_is_not() {
        open("2027-02-18T12:00:00Z");
        String year = member("year", "1990-11-11", "2026-02-20T12:00:00Z");
        String leapJoin = member("leap-join", "1990-11-11", "2024-02-29T12:00:00Z");
        String today = member("today", "1990-11-11", "2027-02-18T12:00:00Z");
        at("2027-02-19T23:59:59Z");
        assertThat(rewards(year)).isEmpty();
        at("2027-02-20T00:00:00Z");
        assertThat(rewards(year)).containsExactly("anniversary");
        at("2027-02-28T00:00:00Z");
        assertThat(rewards(leapJoin)).containsExactly("anniversary");
        assertThat(rewards(today)).isEmpty();
    }

    @Test
    void who_joins_within_the_lead_gets_the_gift_the_next_day() {
        open("2027-05-01T12:00:00Z");
        String late = member("late", "1990-05-05", "2027-05-01T12:00:00Z");
        at("2027-05-02T00:00:00Z");
        assertThat(rewards(late)).containsExactly("birthday-present");
        at("2027-05-09T00:00:00Z");
        assertThat(rewards(late)).hasSize(1);
    }

    private void open(String now) {
        tenant = TestPrograms.sandboxWith(Instant.parse(now), "P12", Instant.parse("2024-01-01T00:00:00Z"));
        api = tenant.api();
    }

    private void at(String instant) {
        tenant.moveClock(Instant.parse(instant));
    }

    private String member(String externalId, String birthday, String joinedAt) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId", externalId,
                                "birthday", birthday,
                                "joinedAt", joinedAt,
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void birthday(String member, String birthday) {
        api.patch("/members/" + member, Map.of("birthday", birthday)).expect(200);
    }

    private long spendable(String member) {
        return api.get("/members/" + member + "/balance")
                .expect(200)
                .json()
                .at("/wallets/0/spendable")
                .asLong();
    }

    private String explained(String member, JsonNode entry, String locale) {
        return api.get("/members/" + member + "/entries/" + entry.path("id").asText() + "/explanation?locale=" + locale)
                .expect(200)
                .json()
                .path("sentence")
                .asText();
    }

    private List<String> rewards(String member) {
        List<String> rewards = new ArrayList<>();
        JsonNode vouchers =
                api.get("/members/" + member + "/vouchers").expect(200).json().path("items");
        vouchers.forEach(voucher -> rewards.add(voucher.path("reward").asText()));
        return rewards;
    }
}
