package io.steadfast.rewards.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.Touches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** At the till: the best reward, redeem in one tap from the card, undo, and a voucher used for a receipt. */
class TillRewardsIT extends BrowserTest {

    private static final int MOST_TO_REDEEM = 3;

    /** From the empty screen on a phone: who it is, their card, the reward. */
    @Test
    void the_best_reward_is_redeemed_in_three_touches() {
        RewardTill till = RewardTill.open();
        String ada = till.api
                .post(
                        "/members",
                        Map.of(
                                "name", "Ada Lovelace",
                                "phone", "+12135550147",
                                "joinedAt", "2026-01-02T08:00:00Z",
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        till.give(ada, 600);
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, till.tenant.person("STORE_STAFF", "LA1"));
        phone.navigate("/store/");
        Touches hands = new Touches(phone);
        hands.type("#search", "0147");
        hands.tap(".hit");
        hands.see("#redeem [data-offer]", "USD 10 voucher");
        hands.tap("#redeem\\:best");
        hands.see("#redeemed", "USD 10 voucher, for 500 points.");
        assertThat(hands.made()).isLessThanOrEqualTo(MOST_TO_REDEEM);
        assertThat(phone.viewportSize().width).isEqualTo(PHONE_WIDTH);
        assertThat(till.spendable(ada)).isEqualTo(100);
    }

    @Test
    void a_double_tap_redeems_once_and_a_mistake_is_undone() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 1700);
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#redeem [data-offer]").first()).containsText("USD 10 voucher");
        assertAccessible(phone);
        picture(phone, "till-rewards-en");
        phone.locator("#redeem\\:best").dblclick();
        assertThat(phone.locator("#redeemed")).containsText("USD 10 voucher, for 500 points.");
        assertThat(till.spendable(till.member)).isEqualTo(1200);
        picture(phone, "till-redeemed-en");
        phone.locator("#redeem\\:undo").click();
        assertThat(phone.locator("#undone")).containsText("The points are back.");
        assertThat(till.spendable(till.member)).isEqualTo(1700);
    }

    @Test
    void a_refusal_comes_with_the_card_as_another_till_has_left_it() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 1000);
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, till.tenant.person("STORE_MANAGER", "LA1"));
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#facts [data-wallet] .figure").first()).hasText("1,000");
        till.redeem("voucher-10").expect(201);
        till.redeem("voucher-10").expect(201);
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeem .told")).not().isEmpty();
        assertThat(phone.locator("#facts [data-wallet] .figure").first()).hasText("0");
        assertThat(phone.locator("#redeem [data-offer] button:enabled")).hasCount(0);
        assertThat(phone.locator("#latest .why")).hasCount(3);
        assertThat(phone.locator("#vouch [data-voucher]")).hasCount(2);
        assertAccessible(phone);
        picture(phone, "till-refused-anew-en");
    }

    @Test
    void whatever_is_refused_shows_the_balance_of_now() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 500);
        Page phone = phoneIn(CHINESE);
        signIn(phone, till.tenant, till.tenant.person("STORE_MANAGER", "LA1"));
        phone.navigate("/store/?member=" + till.member);
        till.redeem("voucher-10").expect(201);
        phone.locator("#act-goodwill summary").click();
        phone.locator("#give\\:points").fill("12x");
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#give .told")).not().isEmpty();
        assertThat(phone.locator("#facts [data-wallet] .figure").first()).hasText("0");
        assertThat(phone.locator("#redeem [data-offer] button:enabled")).hasCount(0);
        assertThat(phone.locator(".told")).hasCount(1);
        picture(phone, "till-refused-anew-zh");
    }

    @Test
    void what_isnt_possible_says_every_reason() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 380);
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#redeem [data-offer=voucher-10]")).containsText("120 points are missing.");
        assertThat(phone.locator("#redeem button.primary")).hasCount(0);
        phone.locator("#redeem summary").click();
        assertThat(phone.locator("#redeem [data-offer=rouge-evening]"))
                .containsText("It is for members from Rouge on.");
        assertThat(phone.locator("#redeem [data-offer=rouge-evening]")).containsText("620 points are missing.");
        picture(phone, "till-reasons-en");
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, till.tenant, staff);
        chinese.navigate("/store/?member=" + till.member);
        assertThat(chinese.locator("#redeem [data-offer=voucher-10]")).containsText("还差 120 积分");
        chinese.locator("#redeem summary").click();
        assertAccessible(chinese);
        picture(chinese, "till-reasons-zh");
    }

    @Test
    void a_voucher_is_used_for_a_receipt_once() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 2500).redeem("gift-card-50").expect(201);
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        phone.locator("[data-voucher]").click();
        phone.locator("#vouch\\:receipt").fill("R-1001");
        phone.locator("#vouch\\:amount").fill("half");
        phone.locator("#vouch\\:do").click();
        assertThat(phone.locator("#vouch .told").first()).containsText("Write the amount in figures, as in 12.50.");
        phone.locator("#vouch\\:amount").fill("12.50");
        picture(phone, "till-voucher-en");
        phone.locator("#vouch\\:do").dblclick();
        assertThat(phone.locator("#used")).containsText("$37.50 left");
        assertThat(phone.locator("[data-voucher]")).containsText("$37.50");
        phone.locator("#vouch summary").click();
        phone.locator("#vouch\\:code").fill("2222-2222-2222-2222");
        phone.locator("#vouch\\:receipt").fill("R-1002");
        phone.locator("#vouch\\:do").click();
        assertThat(phone.locator("#vouch .told")).containsText("There is no voucher with this code.");
        assertAccessible(phone);
    }

    @Test
    void credit_that_pays_a_part_of_an_order_asks_what_the_order_comes_to() {
        RewardTill till = RewardTill.open("P11", "\"rewards\":[]", RewardTill.COUPON_FOR_CREDIT);
        till.give(till.member, 50_00);
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#redeem [data-offer=coupon]")).containsText("type what the order comes to");
        assertAccessible(phone);
        picture(phone, "till-basket-en");
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeem .told")).containsText("Say what the order comes to");
        phone.locator("#redeem input[name^=basket]").fill("twelve");
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeem .told"))
                .containsText("Type what the order comes to in figures, as in 12.50.");
        phone.locator("#redeem input[name^=basket]").fill("9.99");
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeem [data-offer=coupon]")).containsText("The order must come to at least");
        picture(phone, "till-basket-small-en");
        assertThat(till.spendable(till.member)).isEqualTo(50_00);
        phone.locator("#redeem input[name^=basket]").fill("10");
        phone.locator("#redeem\\:best").dblclick();
        assertThat(phone.locator("#redeemed")).containsText("Coupon");
        assertThat(till.spendable(till.member)).isEqualTo(45_00);
    }

    @Test
    void what_somebody_types_and_unfolds_stays_when_an_order_arrives_meanwhile() {
        RewardTill till = RewardTill.open("P11", "\"rewards\":[]", RewardTill.COUPON_FOR_CREDIT);
        till.give(till.member, 50_00);
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        signIn(page, till.tenant, till.tenant.owner());
        page.navigate("/console/tills");
        page.locator("[data-store=LA1] button").click();
        assertThat(page.locator("[data-store=LA1]")).containsText("The tills report them");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#sales-by-tills")).isVisible();
        phone.locator("#redeem input[name^=basket]").fill("10");
        till.order("R-900", "2026-03-15T12:00:00Z", 40_00);
        assertThat(phone.locator("#sales-by-tills")).containsText("receipt R-900");
        assertThat(phone.locator("#redeem input[name^=basket]")).hasValue("10");
        assertThat(phone.locator("#redeem input[name^=basket]")).isFocused();
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeemed")).containsText("Coupon");
    }

    @Test
    void the_basket_is_asked_for_in_chinese_too_and_not_where_points_are_missing_as_well() {
        RewardTill till = RewardTill.open("P11", "\"rewards\":[]", RewardTill.COUPON_FOR_CREDIT);
        till.give(till.member, 50_00);
        String poor = till.member("C-2");
        TestTenant.Person staff = till.tenant.person("STORE_STAFF", "LA1");
        Page phone = phoneIn(CHINESE);
        signIn(phone, till.tenant, staff);
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#redeem [data-offer=coupon]")).containsText("请填写订单金额");
        phone.locator("#redeem input[name^=basket]").fill("5");
        phone.locator("#redeem\\:best").click();
        assertThat(phone.locator("#redeem [data-offer=coupon]")).containsText("订单金额至少为");
        assertAccessible(phone);
        picture(phone, "till-basket-zh");
        phone.navigate("/store/?member=" + poor);
        assertThat(phone.locator("#redeem [data-offer=coupon]")).containsText("请填写订单金额");
        assertThat(phone.locator("#redeem input[name^=basket]")).hasCount(0);
        assertThat(phone.locator("#redeem button.primary")).hasCount(0);
    }
}
