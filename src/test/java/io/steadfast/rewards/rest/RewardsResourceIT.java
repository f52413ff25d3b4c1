package io.steadfast.rewards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewardsResourceIT extends ClientTest {

    @Test
    void a_reward_of_a_plan_is_refused_without_it_and_had_while_it_is_on() {
        RewardTill till = RewardTill.open(
                "P3",
                "\"rewards\":[]",
                "\"rewards\":[{\"code\":\"cup\",\"name\":{\"en\":\"Cup\",\"zh-CN\":\"杯\"},\"description\":{},"
                        + "\"gives\":{\"kind\":\"free_product\",\"sku\":\"cup\"},\"price\":{\"wallet\":\"points\","
                        + "\"points\":100,\"byTier\":[]},\"redeemed\":\"on_request\",\"visible\":{},\"plan\":\"PRIME\"}]");
        till.give(till.member, 300);
        JsonNode before = till.offer("cup");
        assertThat(before.path("plan").asText()).isEqualTo("PRIME");
        assertThat(before.path("available").asBoolean()).isFalse();
        assertThat(before.at("/reasons/0/code").asText()).isEqualTo("PLAN_NEEDED");
        assertThat(before.at("/reasons/0/plan").asText()).isEqualTo("PRIME");
        till.redeem("cup").expect(422);
        till.api
                .post("/memberships", Map.of("memberId", till.member, "program", "club", "plan", "PRIME"))
                .expect(201);
        assertThat(till.offer("cup").path("available").asBoolean()).isTrue();
        till.redeem("cup").expect(201);
        // The trial and the grace are over, and nobody paid.
        till.tenant.moveClock(RewardTill.NOW.plusSeconds(40 * 86_400));
        assertThat(till.offer("cup").at("/reasons/0/code").asText()).isEqualTo("PLAN_NEEDED");
    }

    @Test
    void a_price_by_tier_is_the_lowest_that_the_member_stands_on() {
        RewardTill till = RewardTill.open(
                "P2",
                "\"points\":500,\"byTier\":[]",
                "\"points\":500,\"byTier\":[{\"set\":\"STATUS\",\"from\":\"VIB\",\"points\":400},"
                        + "{\"set\":\"STATUS\",\"from\":\"ROUGE\",\"points\":300}]");
        till.give(till.member, 450);
        JsonNode base = till.offer("voucher-10");
        assertThat(base.at("/price/points").asLong()).isEqualTo(500);
        assertThat(base.path("available").asBoolean()).isFalse();
        assertThat(base.at("/reasons/0/points").asLong()).isEqualTo(50);
        till.order("1", "2026-03-10T12:00:00Z", 350_00);
        assertThat(till.offer("voucher-10").at("/price/points").asLong()).isEqualTo(400);
        long before = till.spendable(till.member);
        till.redeem("voucher-10").expect(201);
        assertThat(till.spendable(till.member)).isEqualTo(before - 400);
        till.order("2", "2026-03-11T12:00:00Z", 650_00);
        assertThat(till.offer("voucher-10").at("/price/points").asLong()).isEqualTo(300);
    }

    @Test
    void the_catalogue_says_every_reason_against_a_reward_and_what_would_make_it_possible() {
        RewardTill till = RewardTill.open();
        JsonNode evening = till.offer("rouge-evening");
        assertThat(evening.path("available").asBoolean()).isFalse();
        assertThat(evening.path("reasons").findValuesAsText("code")).containsExactly("TIER_NEEDED", "POINTS_MISSING");
        assertThat(evening.at("/reasons/0/tier").asText()).isEqualTo("ROUGE");
        assertThat(evening.at("/reasons/1/points").asLong()).isEqualTo(1000);
        assertThat(evening.at("/stock/left").asLong()).isEqualTo(40);
        assertThat(evening.path("kind").asText()).isEqualTo("experience");
        JsonNode voucher = till.offer("voucher-10");
        assertThat(voucher.at("/price/points").asLong()).isEqualTo(500);
        assertThat(voucher.path("gives").asText()).isEqualTo("a voucher of USD 10.00 for your purchases");
        assertThat(voucher.has("stock")).isFalse();
        JsonNode chinese = till.api
                .withHeader("Accept-Language", "zh-CN")
                .get("/rewards?memberId=" + till.member)
                .expect(200)
                .json();
        assertThat(chinese.toString()).contains("还差 1000 积分", "USD 10.00 购物礼券");
    }

    @Test
    void a_reward_that_costs_bounded_credit_is_judged_for_the_basket_that_is_named() {
        RewardTill till = RewardTill.open("P11", "\"rewards\":[]", RewardTill.COUPON_FOR_CREDIT);
        till.give(till.member, 50_00);
        assertThat(reasons(till, "")).containsExactly("BASKET_NEEDED");
        assertThat(reasons(till, "&basket=999")).containsExactly("BASKET_TOO_SMALL");
        assertThat(reasons(till, "&basket=1000")).isEmpty();
        String poor = "/rewards?memberId=" + till.member("C-2") + "&basket=999";
        JsonNode coupon = till.api.get(poor).expect(200).json().path("items").get(0);
        assertThat(coupon.path("reasons").findValuesAsText("code"))
                .containsExactly("POINTS_MISSING", "BASKET_TOO_SMALL");
        assertThat(coupon.at("/reasons/1/amount/amount").asLong()).isEqualTo(10_00);
        till.api.get("/rewards?memberId=" + till.member + "&basket=ten").expect(400);
    }

    private static List<String> reasons(RewardTill till, String more) {
        JsonNode coupon = till.api
                .get("/rewards?memberId=" + till.member + more)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(coupon.path("available").asBoolean())
                .isEqualTo(coupon.path("reasons").isEmpty());
        return coupon.path("reasons").findValuesAsText("code");
    }

    @Test
    void a_reward_with_stock_counts_down_and_more_than_is_left_cant_be_taken_out() {
        RewardTill till = RewardTill.open();
        JsonNode supplied = till.stock("voucher-10", 3).expect(200).json();
        assertThat(supplied.at("/stock/left").asLong()).isEqualTo(3);
        till.give(till.member, 500).redeem("voucher-10").expect(201);
        assertThat(till.offer("voucher-10").at("/stock/left").asLong()).isEqualTo(2);
        assertThat(till.offer("voucher-10").at("/stock/taken").asLong()).isEqualTo(1);
        assertThat(till.stock("voucher-10", -3).expect(422).code()).isEqualTo("STOCK_TOO_LOW");
        till.stock("voucher-10", -2).expect(200);
        assertThat(till.offer("voucher-10").path("reasons").findValuesAsText("code"))
                .contains("OUT_OF_STOCK");
        assertThat(till.stock("nothing", 1).expect(404).code()).isEqualTo("REWARD_UNKNOWN");
        till.stock("voucher-10", 0).expect(400);
        assertThat(till.api
                        .withoutIdempotencyKey()
                        .get("/rewards?memberId=" + till.member)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_catalogue_is_paged_and_another_tenants_member_is_unknown() {
        RewardTill till = RewardTill.open();
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    till.api.get("/rewards?limit=2" + cursor).expect(200).json();
            codes.addAll(page.path("items").findValuesAsText("code"));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(codes).containsExactly("gift-card-50", "rouge-evening", "voucher-10");
        Api other = TestTenants.make().api();
        assertThat(other.get("/rewards?memberId=" + till.member).expect(404).code())
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(other.post("/rewards/voucher-10/stock", Map.of("change", 1))
                        .expect(404)
                        .code())
                .isEqualTo("REWARD_UNKNOWN");
    }
}
