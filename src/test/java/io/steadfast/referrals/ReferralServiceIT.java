package io.steadfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Referral (P14): the acceptance figures of the program. */
class ReferralServiceIT extends ClientTest {

    private final Friends shop = Friends.open();
    private final String anna = shop.member(Map.of(
            "externalId", "anna", "phone", "+447700900201", "email", "anna@example.com", "cardNumber", "79927398713"));
    private final String code = shop.code(anna);

    @Test
    void a_friend_who_returns_within_the_window_brings_nothing_to_anybody() {
        String ben = shop.friend(code, "ben");
        shop.at("2026-03-02T09:00:00Z");
        shop.order(ben, "1", "2026-03-02T09:00:00Z").expect(201);
        assertThat(only().path("state").asText()).isEqualTo("ordered");
        assertThat(only().path("dueAt").asText()).isEqualTo("2026-03-16T09:00:00Z");
        shop.at("2026-03-15T09:00:00Z");
        shop.order(ben, "1", "2026-03-02T09:00:00Z", Friends.returned("2026-03-15T09:00:00Z", 2))
                .expect(200);
        assertThat(only().path("state").asText()).isEqualTo("joined");
        shop.at("2026-04-30T09:00:00Z");
        assertThat(shop.points(anna)).isZero();
        assertThat(shop.points(ben)).isZero();
    }

    @Test
    void once_the_window_has_passed_both_are_paid_and_only_once() {
        String ben = shop.friend(code, "ben");
        shop.order(ben, "1", Friends.START).expect(201);
        shop.at("2026-03-15T09:59:59Z");
        assertThat(shop.points(anna)).isZero();
        assertThat(shop.points(ben)).isEqualTo(40);
        shop.at("2026-03-15T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(500);
        assertThat(shop.points(ben)).isEqualTo(290);
        JsonNode won = only();
        assertThat(won.path("state").asText()).isEqualTo("rewarded");
        assertThat(won.at("/referrerReward/points").asLong()).isEqualTo(500);
        assertThat(won.at("/friendReward/points").asLong()).isEqualTo(250);
        shop.order(ben, "2", "2026-03-15T10:00:00Z").expect(201);
        shop.at("2026-06-30T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(500);
        assertThat(shop.points(ben)).isEqualTo(330);
        JsonNode entry = shop.api()
                .get("/members/" + anna + "/entries")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(shop.api()
                        .get("/members/" + anna + "/entries/"
                                + entry.path("id").asText(entry.path("entryId").asText()) + "/explanation")
                        .expect(200)
                        .json()
                        .path("sentence")
                        .asText())
                .contains("500", "For bringing a friend");
    }

    @Test
    void a_friend_is_won_by_an_order_of_the_least_amount_and_not_by_a_penny_less() {
        for (int least : List.of(39_99, 40_00, 40_01)) {
            Friends asking = Friends.asking(least);
            String referrer = asking.member(Map.of("externalId", "anna"));
            asking.order(asking.friend(asking.code(referrer), "ben"), "1", Friends.START)
                    .expect(201);
            assertThat(asking.friendsOf(referrer).get(0).path("state").asText())
                    .as("GBP 40.00 where it takes " + least)
                    .isEqualTo(least > 40_00 ? "joined" : "ordered");
        }
    }

    @Test
    void one_of_two_pieces_back_keeps_the_friend_and_the_next_order_counts_where_the_first_came_back() {
        String ben = shop.friend(code, "ben");
        shop.order(ben, "1", Friends.START, Friends.returned(Friends.START, 1)).expect(201);
        assertThat(only().path("state").asText()).isEqualTo("ordered");
        String cleo = shop.friend(code, "cleo");
        shop.order(cleo, "2", Friends.START).expect(201);
        shop.at("2026-03-05T10:00:00Z");
        shop.order(cleo, "2", Friends.START, Friends.returned("2026-03-05T10:00:00Z", 2))
                .expect(200);
        shop.order(cleo, "3", "2026-03-05T10:00:00Z").expect(201);
        assertThat(only().at("/order/reference").asText()).isEqualTo("3");
        shop.at("2026-03-15T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(500);
        shop.at("2026-03-19T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(1_000);
    }

    @Test
    void a_return_after_paying_takes_back_what_both_got() {
        String ben = shop.friend(code, "ben");
        shop.order(ben, "1", Friends.START).expect(201);
        shop.at("2026-03-16T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(500);
        shop.order(ben, "1", Friends.START, Friends.returned("2026-03-16T10:00:00Z", 2))
                .expect(200);
        shop.at("2026-03-16T10:00:01Z");
        assertThat(shop.points(anna)).isZero();
        assertThat(shop.points(ben)).isZero();
        assertThat(only().path("state").asText()).isEqualTo("taken_back");
        shop.order(ben, "9", "2026-03-16T10:00:01Z").expect(201);
        shop.at("2026-05-30T10:00:00Z");
        assertThat(shop.points(anna)).isZero();
        assertThat(shop.points(ben)).isEqualTo(40);
    }

    @Test
    void the_sixth_friend_of_a_month_is_recorded_and_skipped_and_the_next_month_is_free_again() {
        List<String> friends = new ArrayList<>();
        for (int nth = 1; nth <= 6; nth++) {
            String friend = shop.friend(code, "friend-" + nth);
            shop.order(friend, "o" + nth, "2026-03-01T10:00:0" + nth + "Z").expect(201);
            friends.add(friend);
        }
        String later = shop.friend(code, "later");
        shop.at("2026-03-20T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(2_500);
        friends.forEach(friend -> assertThat(shop.points(friend)).isEqualTo(290));
        JsonNode sixth = shop.friendsOf(anna).get(1);
        assertThat(sixth.path("friendId").asText()).isEqualTo(friends.get(5));
        assertThat(sixth.path("state").asText()).isEqualTo("rewarded");
        assertThat(sixth.at("/referrerReward/points").asLong()).isZero();
        assertThat(sixth.at("/referrerReward/skipped/0").asText()).isEqualTo("MONTHLY_CAP");
        shop.order(later, "o7", "2026-03-20T10:00:00Z").expect(201);
        shop.at("2026-04-03T10:00:00Z");
        assertThat(shop.points(anna)).isEqualTo(3_000);
    }

    @Test
    void who_is_the_same_person_or_not_new_is_refused_with_the_reason() {
        assertThat(refused(Map.of("phone", "+44 7700 900201"))).isEqualTo("REFERRAL_SAME_PHONE");
        assertThat(refused(Map.of("email", "Anna@Example.com"))).isEqualTo("REFERRAL_SAME_EMAIL");
        assertThat(refused(Map.of("email", "anna+shop@example.com"))).isEqualTo("REFERRAL_SAME_EMAIL");
        assertThat(refused(Map.of("cardNumber", "79927398713"))).isEqualTo("REFERRAL_SAME_CARD");
        shop.api().patch("/members/" + anna, Map.of("phone", "+447700900299")).expect(200);
        assertThat(refused(Map.of("phone", "+447700900201")))
                .as("a phone of former days")
                .isEqualTo("REFERRAL_SAME_PHONE");
        assertThat(shop.joins("NOBODY22", Map.of("externalId", "x")).expect(422).code())
                .isEqualTo("REFERRAL_CODE_UNKNOWN");
        Map<String, Object> own = Map.of("channel", "web", "referralCode", code);
        assertThat(shop.api()
                        .put("/members/" + anna + "/programs/club", own)
                        .expect(422)
                        .code())
                .isEqualTo("REFERRAL_OF_ONESELF");
        String dora = shop.member(Map.of("externalId", "dora"));
        assertThat(shop.api()
                        .put("/members/" + dora + "/programs/club", own)
                        .expect(422)
                        .code())
                .isEqualTo("REFERRAL_NOT_NEW");
        assertThat(shop.friendsOf(anna)).isEmpty();
        String ben = shop.joins(" " + code.toLowerCase(java.util.Locale.ROOT) + " ", Map.of("externalId", "ben"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(only().path("friendId").asText()).isEqualTo(ben);
        shop.api().put("/members/" + ben + "/programs/club", own).expect(200);
        assertThat(shop.friendsOf(anna)).hasSize(1);
    }

    @Test
    void nobody_can_report_a_won_friend_but_the_product() {
        for (String type : List.of("referral_reward", "referral_welcome")) {
            shop.api()
                    .post(
                            "/activities",
                            Map.of(
                                    "type",
                                    type,
                                    "source",
                                    "app",
                                    "reference",
                                    "1",
                                    "member",
                                    Map.of("id", anna),
                                    "occurredAt",
                                    Friends.START,
                                    "attributes",
                                    Map.of("program", "club")))
                    .expect(400);
        }
        assertThat(shop.points(anna)).isZero();
    }

    private String refused(Map<String, Object> fields) {
        return shop.joins(code, fields).expect(422).code();
    }

    /** The friend who joined last. */
    private JsonNode only() {
        return shop.friendsOf(anna).get(0);
    }
}
