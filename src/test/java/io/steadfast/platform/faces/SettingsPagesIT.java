package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.tills.Counter;
import org.junit.jupiter.api.Test;

/** The brand's name and colour, what stores see, and webhooks with their deliveries. */
class SettingsPagesIT extends BrowserTest {

    @Test
    void name_and_colour_stand_on_every_page_and_over_the_terms() {
        Counter counter = Counter.open("P1");
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/settings");
        page.locator("#settings\\:name").fill("Nightingale");
        page.locator("#settings\\:colour").fill("#ffe680");
        page.locator("#settings\\:keep").click();
        assertThat(page.locator(".told")).containsText("hard to read");
        page.locator("#settings\\:colour").fill("#7a3b9a");
        page.locator("#settings\\:sale").fill("2500.555");
        page.locator("#settings\\:keep").click();
        assertThat(page.locator("#settings\\:sale")).hasValue("2500.555");
        assertThat(page.locator(".told")).not().containsText("Kept.");
        page.locator("#settings\\:sale").fill("2500.50");
        page.locator("#settings\\:keep").click();
        assertThat(page.locator(".told")).containsText("Kept.");
        page.navigate("/console/settings");
        assertThat(page.locator(".side .brand-name")).containsText("Nightingale");
        assertThat(page.locator("#settings\\:sale")).hasValue("2500.50");
        assertThat(page.locator(".member-card")).hasCSS("background-color", "rgb(122, 59, 154)");
        assertAccessible(page);
        picture(page, "settings-en");
        page.navigate("/p/" + counter.tenant.slug() + "/club/terms");
        assertThat(page.locator(".public-head")).containsText("Nightingale");
        assertThat(page.locator(".public-head .brand-mark")).hasCSS("background-color", "rgb(122, 59, 154)");
    }

    @Test
    void a_tenant_lets_its_stores_see_whole_numbers_or_endings() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(CHINESE);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator(".face-head")).containsText("•••• 0471");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/settings");
        chinese.locator("#settings\\:masking").selectOption("all");
        picture(chinese, "settings-zh");
        chinese.locator("#settings\\:keep").click();
        assertThat(chinese.locator(".told")).containsText("已保存");
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator(".face-head")).containsText("+447700900471");
    }

    @Test
    void a_role_is_changed_with_its_stores() {
        Counter counter = Counter.open("P1");
        counter.tenant.person("MARKETER");
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/people");
        page.locator("#change\\:person")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setValue(page.locator("#change\\:person option")
                                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Pat MARKETER"))
                                .getAttribute("value")));
        page.locator("#change\\:role").selectOption("STORE_MANAGER");
        page.locator("#change\\:go").click();
        assertThat(page.locator("#change .told")).containsText("need at least one store");
        page.locator("#change\\:stores").fill("LDN1, LDN2");
        page.locator("#change\\:go").click();
        assertThat(page.locator("#people\\:all")).containsText("Store manager");
        assertThat(page.locator("#people\\:all .chip").getByText("LDN2")).isVisible();
        assertAccessible(page);
        picture(page, "people-en");
    }

    @Test
    void whoever_gives_no_roles_changes_no_settings() {
        Counter counter = Counter.open("P1");
        signIn(page, counter.tenant, counter.tenant.person("MARKETER"));
        expectConsoleError("403");
        page.navigate("/console/settings");
        assertThat(page.locator("h1")).containsText("open to you");
    }

    @Test
    void a_webhook_is_added_its_secret_shown_once_and_removed() {
        Counter counter = Counter.open("P1");
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/webhooks");
        page.locator("#hooks\\:url").fill("https://example.com/events");
        page.locator("#hooks\\:description").fill("The warehouse");
        page.locator("#hooks\\:create").click();
        assertThat(page.locator("#secret")).containsText("whsec_");
        assertThat(page.locator("tbody tr").first()).containsText("The warehouse");
        assertAccessible(page);
        picture(page, "webhooks-en");
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);
        page.locator("tbody tr button").first().click();
        assertThat(page.locator("tbody tr").first()).containsText("Paused");
    }
}
