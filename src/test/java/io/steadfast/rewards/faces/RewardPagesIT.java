package io.steadfast.rewards.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Marketers see what is left and who had it; staff find a voucher and stop it. */
class RewardPagesIT extends BrowserTest {

    private static String voucher(RewardTill till) {
        till.give(till.member, 1000).stock("voucher-10", 5).expect(200);
        return till.redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    @Test
    void a_marketer_sees_what_is_left_and_puts_more_in_stock() {
        RewardTill till = RewardTill.open();
        voucher(till);
        signIn(page, till.tenant, till.tenant.person("MARKETER"));
        page.navigate("/console/rewards");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("[data-reward=voucher-10]")).containsText("500 Points");
        assertThat(page.locator("[data-reward=rouge-evening]")).containsText("40");
        assertAccessible(page);
        picture(page, "rewards-en");
        page.locator("[data-reward=voucher-10] a").click();
        assertThat(page.locator("[data-tile=left] .figure")).hasText("4");
        assertThat(page.locator("[data-tile=issued] .figure")).hasText("1");
        page.locator("#reward\\:change").fill("10");
        page.locator("#reward\\:supply").click();
        assertThat(page.locator("[data-tile=left] .figure")).hasText("14");
        page.locator("#reward\\:change").fill("-99");
        page.locator("#reward\\:supply").click();
        assertThat(page.locator(".told")).containsText("Only 14 are left");
        assertAccessible(page);
        picture(page, "reward-en");
    }

    @Test
    void staff_find_a_voucher_see_its_history_and_block_it() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        till.use(code, "4711", 250).expect(200);
        signIn(page, till.tenant, till.tenant.person("SERVICE_AGENT"));
        page.navigate("/console/vouchers");
        page.locator("#code").fill(code.replace("-", "").toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-remaining]")).hasText("$7.50");
        assertThat(page.locator("#voucher")).containsText("Usable through Mar 15, 2027");
        assertThat(page.locator(".why").first()).containsText("$2.50 used");
        assertThat(page.locator(".why").first()).containsText("shop 4711");
        page.locator("#voucher\\:block").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page.locator("[data-state]")).hasText("Blocked");
        assertAccessible(page);
        picture(page, "voucher-en");
        page.locator("#voucher\\:unblock").click();
        assertThat(page.locator("[data-state]")).hasText("Partly used");
        page.navigate("/console/member?id=" + till.member);
        assertThat(page.locator("#member-vouchers")).containsText("Partly used");
        page.navigate("/console/vouchers?code=nothing");
        assertThat(page.locator(".empty")).containsText("There is no voucher with this code.");
    }

    @Test
    void the_pages_speak_chinese() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        Page desk = deskIn(CHINESE);
        signIn(desk, till.tenant, till.tenant.owner());
        desk.navigate("/console/rewards");
        assertThat(desk.locator("[data-reward=voucher-10]")).containsText("10 美元礼券");
        assertAccessible(desk);
        picture(desk, "rewards-zh");
        desk.locator("[data-reward=voucher-10] a").click();
        assertThat(desk.locator("#reward")).containsText("兑换记录");
        picture(desk, "reward-zh");
        desk.navigate("/console/vouchers?code=" + code);
        assertThat(desk.locator("[data-state]")).hasText("可使用");
        assertAccessible(desk);
        picture(desk, "voucher-zh");
    }

    @Test
    void an_item_is_marked_sent_and_arrived() {
        RewardTill till = RewardTill.open(
                "P2", "\"kind\":\"amount_voucher\",\"amount\":1000", "\"kind\":\"physical_item\",\"sku\":\"brush\"");
        till.give(till.member, 500).redeem(till.member, "voucher-10", Map.of()).expect(201);
        signIn(page, till.tenant, till.tenant.owner());
        page.navigate("/console/reward?program=club&code=voucher-10");
        assertThat(page.locator("tbody .chip")).hasText("To be sent");
        page.locator("tbody button").click();
        assertThat(page.locator("tbody .chip")).hasText("Sent");
        page.locator("tbody button").click();
        assertThat(page.locator("tbody .chip")).hasText("Arrived");
        assertThat(page.locator("tbody button")).hasCount(0);
    }
}
