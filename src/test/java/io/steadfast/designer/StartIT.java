package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** How a program begins: goal and values first, then its kind, a template or a file. */
class StartIT extends BrowserTest {

    @Test
    void the_goal_suggests_a_kind_and_templates_and_one_may_choose_another() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        assertThat(page.locator("input[name=goal][value=SALES]")).isChecked();
        assertThat(page.locator("input[name=kind][value=POINTS]")).isChecked();
        page.locator("input[name=goal][value=REFERRAL]").check();
        assertThat(page.locator("input[name=kind][value=POINTS]")).isChecked();
        assertThat(page.locator("[data-template=P14] .fits")).isVisible();
        assertThat(page.locator("[data-template=P2] .fits")).isHidden();
        page.locator("input[name=kind][value=TIERED]").check();
        page.locator("#new-name").fill("Friends");
        assertAccessible(page);
        picture(page, "start-en");
        page.locator("#start").click();
        assertThat(page.locator("[data-rule=friend-won]")).isVisible();
        assertThat(page.locator("h1")).containsText("Friends");
        page.locator("[data-section=basics]").click();
        // The brand's own currency, since none was typed.
        assertThat(page.locator("[data-path='/basics/currency']")).hasValue("GBP");
    }

    @Test
    void what_is_said_first_counts_for_a_template_too() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/programs");
        desk.locator("input[name=goal][value=RETENTION]").check();
        desk.locator("#new-name").fill("闪耀会");
        desk.locator("#new-currency").fill("JPY");
        desk.locator("#new-zone").fill("Asia/Shanghai");
        desk.locator("#new-margin").fill("45");
        desk.locator("[data-template=P2] input[type=submit]").click();
        assertThat(desk.locator(".note.danger")).containsText("JPY");
        assertThat(desk.locator("#new-name")).hasValue("闪耀会");
        assertThat(desk.locator("input[name=goal][value=RETENTION]")).isChecked();
        assertThat(desk.locator("input[name=kind][value=TIERED]")).isChecked();
        desk.locator("#new-currency").fill("CNY");
        assertAccessible(desk);
        picture(desk, "start-zh");
        desk.locator("[data-template=P2] input[type=submit]").click();
        assertThat(desk.locator("h1")).containsText("闪耀会");
        assertThat(desk.locator("[data-rule=purchase]")).containsText("CNY");
        String document =
                tenant.api().get("/programs/program/draft").expect(200).json().toString();
        assertThat(document)
                .contains("\"zone\":\"Asia/Shanghai\"", "\"grossMarginPercent\":45", "闪耀会")
                .doesNotContain("USD");
    }
}
