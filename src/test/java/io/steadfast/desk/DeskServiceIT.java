package io.steadfast.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One member as staff see them: on the store screen with one hand, in the office at a desk. */
class DeskServiceIT extends BrowserTest {

    private TestTenant tenant;
    private String member;

    @BeforeEach
    void serveOneMember() {
        tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        member = shop.enrol("王小明", "+447700904471");
        shop.enrol("Ada Lovelace", "+447700900012");
        shop.order(member, "1001", 4_000);
    }

    @Test
    void the_last_digits_of_a_phone_lead_staff_to_the_balance_and_its_reason() {
        Page till = phoneIn(ENGLISH);
        signIn(till, tenant, tenant.person("STORE_STAFF", "LDN1"));
        till.locator("#search").pressSequentially("4471");
        till.locator(".hit").first().click();
        assertThat(till.locator("#face-name")).hasText("王小明");
        assertThat(till.locator("[data-wallet=points] .figure")).hasText("40");
        assertThat(till.locator(".why").first()).containsText("Points for buying");
        assertThat(till.locator(".why").first()).containsText("till / 1001");
        till.locator(".proof summary").first().click();
        assertThat(till.locator(".proof p").first()).containsText("GBP 40.00 at 1 per GBP 1.00");
        assertAccessible(till);
        picture(till, "store-member-en");
    }

    @Test
    void the_store_screen_speaks_chinese() {
        Page till = phoneIn(CHINESE);
        signIn(till, tenant, tenant.person("STORE_STAFF", "LDN1"));
        assertThat(till.locator(".empty h2")).hasText("哪位会员？");
        till.locator("#search").pressSequentially("小明");
        till.locator(".hit").first().click();
        assertThat(till.locator(".why").first()).containsText("购物积分");
        till.locator(".proof summary").first().click();
        assertThat(till.locator(".proof p").first()).containsText("GBP 40.00");
        assertAccessible(till);
        picture(till, "store-member-zh");
    }

    @Test
    void arrows_and_enter_are_enough_at_a_till() {
        signIn(page, tenant, tenant.person("STORE_STAFF", "LDN1"));
        page.locator("#search").pressSequentially("ada");
        assertThat(page.locator(".hit")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#face-name")).hasText("Ada Lovelace");
    }

    @Test
    void why_a_second_share_gave_nothing_is_one_click_away() {
        Storefront shop = new Storefront(tenant);
        // Its newest receipt gives nothing more; the order still gave what it gave.
        shop.fulfil(member, "1001", 4_000);
        shop.act(member, "social_share", "s-1");
        shop.act(member, "social_share", "s-2");
        var staff = tenant.person("STORE_STAFF", "LDN1");
        Page till = phoneIn(ENGLISH);
        signIn(till, tenant, staff);
        till.navigate("/store/?member=" + member);
        till.locator("#gave-nothing").click();
        assertThat(till.locator("#nothing .why")).hasCount(1);
        assertThat(till.locator("#nothing .why")).containsText("app / s-2");
        assertThat(till.locator("#nothing .why")).containsText("the daily limit is used up");
        assertAccessible(till);
        picture(till, "store-nothing-en");
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, tenant, staff);
        chinese.navigate("/store/?member=" + member);
        chinese.locator("#gave-nothing").click();
        assertThat(chinese.locator("#nothing .why")).containsText("已达到每日上限");
        picture(chinese, "store-nothing-zh");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member);
        page.locator("#gave-nothing").click();
        assertThat(page.locator("#nothing .why")).containsText("app / s-2");
        picture(page, "member-nothing-en");
    }

    @Test
    void a_scanner_opens_whose_card_it_read_and_a_slash_stays_in_the_field_it_is_typed_into() {
        signIn(page, tenant, tenant.person("STORE_STAFF", "LDN1"));
        page.locator("#search").pressSequentially("+447700900012");
        page.keyboard().press("Enter");
        assertThat(page.locator("#face-name")).hasText("Ada Lovelace");
        page.locator("#act-sale summary").click();
        page.locator("#sale\\:receipt").pressSequentially("2026/17");
        assertThat(page.locator("#sale\\:receipt")).hasValue("2026/17");
    }

    @Test
    void the_office_reads_every_entry_with_its_why() {
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/members?q=4471");
        page.locator(".person a").first().click();
        assertThat(page.locator("[data-tile=points] .figure")).hasText("40");
        assertThat(page.locator(".why").first()).containsText("Points for buying");
        assertAccessible(page);
        picture(page, "member-en");
    }

    @Test
    void a_member_of_another_brand_is_nobody_here() {
        TestTenant other = TestTenants.make();
        signIn(page, other, other.owner());
        expectConsoleError("404");
        page.navigate("/console/member?id=" + member);
        assertThat(page.locator("h1")).not().hasText("王小明");
    }
}
