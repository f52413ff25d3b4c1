package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** A marketer makes a program out of a template, in the browser alone. */
class ProgramPageIT extends BrowserTest {

    @Test
    void a_changed_and_published_figure_judges_the_next_order_and_the_till_says_why() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("[data-rule=purchase] .value.gain input").first().fill("2");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        assertAccessible(page);
        picture(page, "program-en");
        page.locator("#program\\:publish").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");

        Storefront shop = new Storefront(tenant);
        String member = shop.enrol("Ada Lovelace", "+447700900012");
        shop.order(member, "1001", 4_000);
        Page till = phoneIn(ENGLISH);
        signIn(till, tenant, tenant.person("STORE_STAFF", "LDN1"));
        till.navigate("/store/?member=" + member);
        assertThat(till.locator("[data-wallet=points] .figure")).hasText("80");
        assertThat(till.locator(".why").first()).containsText("Points for buying");
    }

    @Test
    void what_is_no_number_is_said_and_not_kept() {
        TestTenant tenant = TestTenants.make();
        new Storefront(tenant);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("[data-rule=purchase] .value.gain input").first().fill("two");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        assertThat(page.locator(".note.danger")).containsText("“two” isn’t a number");
        assertThat(page.locator("[data-example=points]")).hasText("40 points");
    }

    @Test
    void the_designer_speaks_chinese() {
        TestTenant tenant = TestTenants.make();
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/programs");
        desk.locator("input[value='使用此模板']").first().click();
        assertThat(desk.locator("[data-rule=purchase] .sentence").first()).containsText("每消费");
        assertAccessible(desk);
        picture(desk, "program-zh");
    }
}
