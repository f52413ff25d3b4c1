package io.steadfast.rewards.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.BrowserTest;
import org.junit.jupiter.api.Test;

/** Two cashiers, one member, the last reward: one voucher, one clear refusal. */
class LastRewardIT extends BrowserTest {

    @Test
    void the_last_reward_goes_to_one_of_two_cashiers_and_the_other_is_told_why() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 1000);
        till.stock("voucher-10", 1).expect(200);
        Page one = at(till, "LA1");
        Page other = at(till, "LA2");
        one.locator("#redeem\\:best").click(new Locator.ClickOptions().setNoWaitAfter(true));
        other.locator("#redeem\\:best").click(new Locator.ClickOptions().setNoWaitAfter(true));
        Locator first = one.locator("#redeemed, #redeem .told li");
        Locator second = other.locator("#redeemed, #redeem .told li");
        assertThat(first.first()).isVisible();
        assertThat(second.first()).isVisible();
        int served =
                one.locator("#redeemed").count() + other.locator("#redeemed").count();
        assertThat(served).isEqualTo(1);
        assertThat(till.spendable(till.member)).isEqualTo(500);
        Page refused = one.locator("#redeemed").count() == 1 ? other : one;
        assertThat(refused.locator("#redeem .told")).not().isEmpty();
        assertThat(till.api
                        .get("/members/" + till.member + "/vouchers")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        // What is gone isn't offered again.
        assertThat(refused.locator("#redeem [data-offer=voucher-10] button")).hasCount(0);
        picture(refused, "last-reward-refused-en");
    }

    private Page at(RewardTill till, String store) {
        Page phone = phoneIn(ENGLISH);
        signIn(phone, till.tenant, till.tenant.person(store.equals("LA1") ? "STORE_STAFF" : "STORE_MANAGER", store));
        phone.navigate("/store/?member=" + till.member);
        assertThat(phone.locator("#redeem\\:best")).isVisible();
        return phone;
    }
}
